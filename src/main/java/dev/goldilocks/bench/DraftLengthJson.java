package dev.goldilocks.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import dev.goldilocks.problem.ProblemException;
import java.io.IOException;
import java.util.List;

/**
 * K in JSON: a number where it is fixed, else the policy's label; in the field {@code draftTokens},
 * as it was when every K was fixed.
 */
final class DraftLengthJson {

  private DraftLengthJson() {}

  /** Teaches a module this form. */
  static void addTo(SimpleModule module) {
    module.addSerializer(DraftLength.class, new Writer());
    module.addDeserializer(DraftLength.class, new Reader());
    module.setMixInAnnotation(DraftLengths.class, AsList.class);
    module.setMixInAnnotation(RunSpec.class, SpecFields.class);
    module.setMixInAnnotation(PairPlan.class, PairFields.class);
  }

  private interface SpecFields {
    @JsonProperty("draftTokens")
    DraftLengths lengths();
  }

  private interface PairFields {
    @JsonProperty("draftTokens")
    DraftLength length();
  }

  @JsonSerialize(converter = ToList.class)
  @JsonDeserialize(converter = FromList.class)
  private interface AsList {}

  /** Public for Jackson, which makes it. */
  public static final class ToList extends StdConverter<DraftLengths, List<DraftLength>> {
    @Override
    public List<DraftLength> convert(DraftLengths lengths) {
      return lengths.values();
    }
  }

  /** Public for Jackson, which makes it. */
  public static final class FromList extends StdConverter<List<DraftLength>, DraftLengths> {
    @Override
    public DraftLengths convert(List<DraftLength> values) {
      return new DraftLengths(values);
    }
  }

  private static final class Writer extends StdScalarSerializer<DraftLength> {
    private static final long serialVersionUID = 1L;

    Writer() {
      super(DraftLength.class);
    }

    @Override
    public void serialize(DraftLength length, JsonGenerator out, SerializerProvider context)
        throws IOException {
      if (length.isAdaptive()) {
        out.writeString(length.label());
      } else {
        out.writeNumber(length.most());
      }
    }
  }

  private static final class Reader extends StdScalarDeserializer<DraftLength> {
    private static final long serialVersionUID = 1L;

    Reader() {
      super(DraftLength.class);
    }

    @Override
    public DraftLength deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
          && in.currentToken() != JsonToken.VALUE_STRING) {
        return (DraftLength) context.handleUnexpectedToken(DraftLength.class, in);
      }
      String label = in.getText();
      try {
        return DraftLengthLabel.parse(label)
            .filter(length -> length.isAdaptive() == (in.currentToken() == JsonToken.VALUE_STRING))
            .orElseThrow(() -> new ProblemException("no K or policy"));
      } catch (ProblemException e) {
        return (DraftLength)
            context.handleWeirdStringValue(DraftLength.class, label, "%s", e.getMessage());
      }
    }
  }
}
