import { word } from "./part.js";
document.title = word;
