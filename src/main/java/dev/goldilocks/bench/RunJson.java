package dev.goldilocks.bench;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.goldilocks.decode.Precision;
import dev.goldilocks.decode.Step;
import dev.goldilocks.decode.TokenText;
import dev.goldilocks.decode.WeightFormat;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;

/**
 * How the records of a run look in JSON. The names in here are in files that people keep: a field
 * takes its record component's name, a variant the name given below.
 */
final class RunJson {

  private RunJson() {}

  /** A mapper that is strict about what it knows and silent about what it does not. */
  static JsonMapper mapper() {
    SimpleModule module = new SimpleModule();
    // Models that an engine loads are in a precision of its own.
    module.addAbstractTypeMapping(WeightFormat.class, Precision.class);
    module.addSerializer(double.class, new NumberOrNull(double.class));
    module.addSerializer(Double.class, new NumberOrNull(Double.class));
    module.addDeserializer(double.class, new NullIsNaN());
    module.addDeserializer(Double.class, new NullIsNaN());
    module.addSerializer(Path.class, new PathAsText());
    module.addDeserializer(Path.class, new TextAsPath());
    module.addSerializer(Instant.class, new InstantAsText());
    module.addDeserializer(Instant.class, new TextAsInstant());
    module.addSerializer(OptionalLong.class, new WholeNumberOrNull());
    module.addDeserializer(OptionalLong.class, new NullIsEmpty());
    PlannedJson.addTo(module);
    DraftLengthJson.addTo(module);
    return JsonMapper.builder()
        .addModule(module)
        .addMixIn(RunEvent.class, EventNames.class)
        .addMixIn(ModelChoice.class, NoKind.class)
        .addMixIn(PromptLookup.class, NoKind.class)
        .addMixIn(DraftChoice.class, DraftFields.class)
        .addMixIn(Step.class, StepNames.class)
        .addMixIn(TextComparison.class, ComparisonNames.class)
        .addMixIn(TokenText.class, TokenTextFields.class)
        .addMixIn(Weights.class, WeightNames.class)
        .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = RunEvent.CeilingsMeasured.class, name = "ceilings-measured"),
    @JsonSubTypes.Type(value = RunEvent.ModelLoaded.class, name = "model-loaded"),
    @JsonSubTypes.Type(value = RunEvent.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = RunEvent.WarmingUp.class, name = "warming-up"),
    @JsonSubTypes.Type(value = RunEvent.SideStarted.class, name = "side-started"),
    @JsonSubTypes.Type(value = RunEvent.FirstToken.class, name = "first-token"),
    @JsonSubTypes.Type(value = RunEvent.Stepped.class, name = "stepped"),
    @JsonSubTypes.Type(value = RunEvent.PairMeasured.class, name = "pair-measured"),
    @JsonSubTypes.Type(value = RunEvent.TextReviewed.class, name = "text-reviewed"),
    @JsonSubTypes.Type(value = RunEvent.TokensNamed.class, name = "tokens-named"),
    @JsonSubTypes.Type(value = RunEvent.MemoryRead.class, name = "memory-read"),
    @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = RunEvent.Cancelled.class, name = "cancelled"),
    @JsonSubTypes.Type(value = RunEvent.Failed.class, name = "failed")
  })
  private interface EventNames {}

  /** A draft model is a target's twin in the file; prompt lookup is told by its own field. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({@JsonSubTypes.Type(ModelChoice.class), @JsonSubTypes.Type(PromptLookup.class)})
  private interface DraftFields {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  private interface NoKind {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Plain.class, name = "plain"),
    @JsonSubTypes.Type(value = Step.Round.class, name = "round")
  })
  private interface StepNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
  @JsonSubTypes({
    @JsonSubTypes.Type(TokenText.Characters.class),
    @JsonSubTypes.Type(TokenText.Bytes.class)
  })
  private interface TokenTextFields {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = TextComparison.Identical.class, name = "identical"),
    @JsonSubTypes.Type(value = TextComparison.Diverged.class, name = "diverged"),
    @JsonSubTypes.Type(value = TextComparison.NotCompared.class, name = "not-compared")
  })
  private interface ComparisonNames {}

  private enum WeightNames {
    @JsonProperty("trained")
    TRAINED,
    @JsonProperty("random")
    RANDOM
  }

  private static final class NumberOrNull extends StdScalarSerializer<Double> {
    private static final long serialVersionUID = 1L;

    NumberOrNull(Class<?> type) {
      super(type, false);
    }

    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
  }

  private static final class NullIsNaN extends StdScalarDeserializer<Double> {
    private static final long serialVersionUID = 1L;

    NullIsNaN() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.currentToken().isNumeric()
          ? in.getDoubleValue()
          : (Double) context.handleUnexpectedToken(Double.class, in);
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }

  private static final class WholeNumberOrNull extends StdScalarSerializer<OptionalLong> {
    private static final long serialVersionUID = 1L;

    WholeNumberOrNull() {
      super(OptionalLong.class);
    }

    @Override
    public void serialize(OptionalLong value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      if (value.isPresent()) {
        out.writeNumber(value.getAsLong());
      } else {
        out.writeNull();
      }
    }
  }

  private static final class NullIsEmpty extends StdScalarDeserializer<OptionalLong> {
    private static final long serialVersionUID = 1L;

    NullIsEmpty() {
      super(OptionalLong.class);
    }

    @Override
    public OptionalLong deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return in.currentToken() == JsonToken.VALUE_NUMBER_INT
          ? OptionalLong.of(in.getLongValue())
          : (OptionalLong) context.handleUnexpectedToken(OptionalLong.class, in);
    }

    @Override
    public OptionalLong getNullValue(DeserializationContext context) {
      return OptionalLong.empty();
    }
  }

  private static final class PathAsText extends StdScalarSerializer<Path> {
    private static final long serialVersionUID = 1L;

    PathAsText() {
      super(Path.class);
    }

    @Override
    public void serialize(Path value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class TextAsPath extends StdScalarDeserializer<Path> {
    private static final long serialVersionUID = 1L;

    TextAsPath() {
      super(Path.class);
    }

    @Override
    public Path deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = text(in, context, Path.class);
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        return (Path) context.handleWeirdStringValue(Path.class, text, "not a path");
      }
    }
  }

  private static final class InstantAsText extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantAsText() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider context)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class TextAsInstant extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    TextAsInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = text(in, context, Instant.class);
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an instant");
      }
    }
  }

  private static String text(JsonParser in, DeserializationContext context, Class<?> type)
      throws IOException {
    return in.currentToken() == JsonToken.VALUE_STRING
        ? in.getText()
        : (String) context.handleUnexpectedToken(type, in);
  }
}
