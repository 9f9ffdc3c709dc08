package io.crmsync.functions.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page: as it is, and compressed once for all, because the Functions host compresses
 * nothing. Of one content is one hash.
 */
final class WebFile {
  private static final int HASH_LENGTH = 16;

  private final FileType type;
  private final byte[] plain;
  private final byte[] compressed;
  private final String hash;

  WebFile(FileType type, byte[] plain) {
    this.type = type;
    this.plain = plain.clone();
    this.compressed = compress(plain);
    this.hash = hash(plain);
  }

  /** The same with {@code replacement} wherever the text has {@code placeholder}. */
  WebFile with(String placeholder, String replacement) {
    String text = new String(plain, StandardCharsets.UTF_8);
    return new WebFile(
        type, text.replace(placeholder, replacement).getBytes(StandardCharsets.UTF_8));
  }

  String contentType() {
    return type.contentType();
  }

  /** 16 digits: two contents of one name are never of one hash by accident. */
  String hash() {
    return hash;
  }

  byte[] bytes(boolean gzip) {
    return gzip ? compressed.clone() : plain.clone();
  }

  static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] compress(byte[] plain) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new Smallest(sink)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes everything", e);
    }
    return sink.toByteArray();
  }

  private static final class Smallest extends GZIPOutputStream {
    Smallest(ByteArrayOutputStream sink) throws IOException {
      super(sink);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
