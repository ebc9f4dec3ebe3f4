package dev.goldilocks.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript archive written by hand: the source of one class, and a pickled instance of it
 * whose attributes are numbers and empty lists. libtorch compiles the source when it loads the
 * archive, so no Python is needed. The layout is the one of {@code torch.jit.save}: {@code
 * data.pkl}, {@code constants.pkl}, {@code code/__torch__.py} and {@code version}, stored without
 * compression.
 */
final class ModuleArchive {

  private static final String ROOT = "program/";
  private static final byte[] NO_CONSTANTS = {(byte) 0x80, 2, ')', '.'};
  private static final byte[] FORMAT_VERSION = {'3', '\n'};

  private final String className;
  private final String source;
  private final List<byte[]> attributes = new ArrayList<>();

  /**
   * @param className the class in {@code source} to make an instance of
   * @param source TorchScript in the dialect that {@code torch.jit.save} writes
   */
  ModuleArchive(String className, String source) {
    this.className = className;
    this.source = source;
    attributes.add(join(text("training"), new byte[] {(byte) 0x89}));
  }

  /** Gives the instance an {@code int} attribute. */
  ModuleArchive number(String name, int value) {
    attributes.add(join(text(name), opcodeAndInt('J', value)));
    return this;
  }

  /** Gives the instance a {@code float} attribute. */
  ModuleArchive real(String name, double value) {
    byte[] bigEndian =
        ByteBuffer.allocate(1 + Double.BYTES).put((byte) 'G').putDouble(value).array();
    attributes.add(join(text(name), bigEndian));
    return this;
  }

  /** Gives the instance a {@code List} attribute with nothing in it. */
  ModuleArchive emptyList(String name) {
    attributes.add(join(text(name), new byte[] {']'}));
    return this;
  }

  /** The archive's bytes. */
  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "data.pkl", pickledInstance());
      put(zip, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
      put(zip, "constants.pkl", NO_CONSTANTS);
      put(zip, "version", FORMAT_VERSION);
    } catch (IOException e) {
      throw new UncheckedIOException("an archive in memory", e);
    }
    return out.toByteArray();
  }

  // Pickle protocol 2: class, empty tuple, new object, then its state as one dictionary.
  private byte[] pickledInstance() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x80, 2});
    out.writeBytes(ascii("c__torch__\n" + className + "\n)"));
    out.write(0x81);
    out.writeBytes(ascii("}("));
    attributes.forEach(out::writeBytes);
    out.writeBytes(ascii("ub."));
    return out.toByteArray();
  }

  private static byte[] text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return join(opcodeAndInt('X', utf8.length), utf8);
  }

  private static byte[] opcodeAndInt(char opcode, int value) {
    return ByteBuffer.allocate(1 + Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) opcode)
        .putInt(value)
        .array();
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
