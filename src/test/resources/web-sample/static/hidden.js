// Lies in the folder, but is not listed.
