package dev.goldilocks.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file, as strict as the format's own library: 8 bytes of length
 * (little-endian), a JSON object of that length, then the tensors' bytes without gap, overlap or
 * remainder. See <a href="https://github.com/huggingface/safetensors#format">the format</a>.
 */
final class SafetensorsHeader {

  /** The format's own limit. */
  private static final int LONGEST_HEADER = 100_000_000;

  private static final int LENGTH_BYTES = 8;
  private static final int MOST_DIMENSIONS = 64;

  /** Bits of an element, from the format's list of types. */
  private static final Map<String, Integer> ELEMENT_BITS =
      Map.ofEntries(
          Map.entry("F4", 4),
          Map.entry("F6_E2M3", 6),
          Map.entry("F6_E3M2", 6),
          Map.entry("BOOL", 8),
          Map.entry("U8", 8),
          Map.entry("I8", 8),
          Map.entry("F8_E5M2", 8),
          Map.entry("F8_E4M3", 8),
          Map.entry("F8_E8M0", 8),
          Map.entry("I16", 16),
          Map.entry("U16", 16),
          Map.entry("F16", 16),
          Map.entry("BF16", 16),
          Map.entry("I32", 32),
          Map.entry("U32", 32),
          Map.entry("F32", 32),
          Map.entry("F64", 64),
          Map.entry("I64", 64),
          Map.entry("U64", 64),
          Map.entry("C64", 64));

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final long dataStart;
  private final long dataLength;

  private SafetensorsHeader(Path file, long dataStart, long dataLength) {
    this.file = file;
    this.dataStart = dataStart;
    this.dataLength = dataLength;
  }

  /**
   * Every tensor of a file, in the order of their bytes. Reads the header alone.
   *
   * @throws ProblemException when the file is missing, truncated, or its header lies
   */
  static List<StoredTensor> read(Path file) {
    try (FileChannel channel = CheckpointFile.open(file)) {
      long size = channel.size();
      byte[] length = CheckpointFile.bytes(channel, 0, LENGTH_BYTES);
      if (length.length < LENGTH_BYTES) {
        throw truncated(
            file, "it has %d bytes, and its header's length alone takes 8".formatted(size));
      }
      long headerLength = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (headerLength < 0 || headerLength > LONGEST_HEADER) {
        throw damaged(
            file,
            "its header claims %s bytes, and the format allows %d"
                .formatted(Long.toUnsignedString(headerLength), LONGEST_HEADER));
      }
      if (headerLength > size - LENGTH_BYTES) {
        throw truncated(
            file,
            "its header claims %d bytes, and %d follow"
                .formatted(headerLength, size - LENGTH_BYTES));
      }
      byte[] header = CheckpointFile.bytes(channel, LENGTH_BYTES, (int) headerLength);
      long dataStart = LENGTH_BYTES + headerLength;
      return new SafetensorsHeader(file, dataStart, size - dataStart).tensors(header);
    } catch (IOException e) {
      throw CheckpointFile.unreadable(file, e);
    }
  }

  private List<StoredTensor> tensors(byte[] header) {
    List<StoredTensor> tensors = new ArrayList<>();
    try (Reader text = JsonFields.utf8(header);
        JsonParser json = JSON.createParser(text)) {
      require(JsonToken.START_OBJECT, json.nextToken(), "its header is not a JSON object");
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals("__metadata__")) {
          json.skipChildren();
        } else {
          tensors.add(tensor(name, json));
        }
      }
      require(null, json.nextToken(), "its header holds more than one JSON object");
    } catch (IOException e) {
      throw damaged("its header is not valid JSON", e);
    }
    tensors.sort(
        Comparator.comparingLong(StoredTensor::offset).thenComparingLong(StoredTensor::byteCount));
    checkThatTheyFillTheData(tensors);
    return List.copyOf(tensors);
  }

  private StoredTensor tensor(String name, JsonParser json) throws IOException {
    String shownName = "tensor " + UntrustedText.shown(name);
    require(JsonToken.START_OBJECT, json.currentToken(), shownName + " is not a JSON object");
    String type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dtype" -> {
          require(JsonToken.VALUE_STRING, json.currentToken(), shownName + ": dtype is not a text");
          type = json.getText();
        }
        case "shape" -> shape = wholeNumbers(json, shownName + ": shape");
        case "data_offsets" -> offsets = wholeNumbers(json, shownName + ": data_offsets");
        default ->
            throw damaged(
                "%s has a field %s that the format does not know"
                    .formatted(shownName, UntrustedText.shown(field)));
      }
    }
    if (type == null || shape == null || offsets == null) {
      throw damaged(shownName + " lacks dtype, shape or data_offsets");
    }
    return checked(name, type, shape, offsets);
  }

  private List<Long> wholeNumbers(JsonParser json, String what) throws IOException {
    require(JsonToken.START_ARRAY, json.currentToken(), what + " is not a list");
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(
          JsonToken.VALUE_NUMBER_INT,
          json.currentToken(),
          what + " holds something that is not a whole number");
      long number = json.getLongValue();
      if (number < 0) {
        throw damaged(what + " holds " + number);
      }
      if (numbers.size() == MOST_DIMENSIONS) {
        throw damaged(what + " has more than " + MOST_DIMENSIONS + " numbers");
      }
      numbers.add(number);
    }
    return numbers;
  }

  private StoredTensor checked(String name, String type, List<Long> shape, List<Long> offsets) {
    String shownName = "tensor " + UntrustedText.shown(name);
    if (offsets.size() != 2) {
      throw damaged(shownName + ": data_offsets are not two numbers");
    }
    long begin = offsets.get(0);
    long end = offsets.get(1);
    if (begin > end) {
      throw damaged("%s ends at %d, before it begins at %d".formatted(shownName, end, begin));
    }
    if (end > dataLength) {
      throw truncated(
          file,
          "%s ends at byte %d of the data, and the file has %d"
              .formatted(shownName, end, dataLength));
    }
    Integer bits = ELEMENT_BITS.get(type);
    if (bits != null && !hasBits(shape, bits, end - begin)) {
      throw damaged(
          "%s of type %s and shape %s cannot take %d bytes"
              .formatted(shownName, type, shape, end - begin));
    }
    return new StoredTensor(name, type, shape, file, dataStart + begin, end - begin);
  }

  private static boolean hasBits(List<Long> shape, int elementBits, long byteCount) {
    try {
      long bits = elementBits;
      for (long length : shape) {
        bits = Math.multiplyExact(bits, length);
      }
      return bits == Math.multiplyExact(byteCount, 8L);
    } catch (ArithmeticException overflow) {
      return false;
    }
  }

  private void checkThatTheyFillTheData(List<StoredTensor> tensors) {
    long position = dataStart;
    String before = "";
    for (StoredTensor tensor : tensors) {
      String name = UntrustedText.shown(tensor.name());
      if (tensor.offset() < position) {
        throw damaged("tensors %s and %s overlap".formatted(before, name));
      }
      if (tensor.offset() > position) {
        throw damaged(
            "%d bytes before tensor %s belong to no tensor"
                .formatted(tensor.offset() - position, name));
      }
      position += tensor.byteCount();
      before = name;
    }
    long rest = dataStart + dataLength - position;
    if (rest > 0) {
      throw damaged(rest + " bytes after the last tensor belong to no tensor");
    }
  }

  private void require(JsonToken wanted, JsonToken found, String otherwise) {
    if (found != wanted) {
      throw damaged(otherwise);
    }
  }

  private ProblemException damaged(String what) {
    return damaged(file, what);
  }

  private ProblemException damaged(String what, IOException cause) {
    return new ProblemException(file + " is damaged: " + what + "; download it again.", cause);
  }

  private static ProblemException damaged(Path file, String what) {
    return new ProblemException(file + " is damaged: " + what + "; download it again.");
  }

  private static ProblemException truncated(Path file, String what) {
    return new ProblemException(file + " is truncated: " + what + "; download it again.");
  }
}
