package dev.goldilocks.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The target with a drafter, as many drafted tokens a round as a policy says (Leviathan et al.
 * 2023, arXiv 2211.17192). A round never drafts past the token limit: with {@code r} tokens left it
 * drafts {@code min(K, r - 1)}, since the target adds one of its own.
 */
public final class SpeculativeDecoder implements Decoder {

  private static final Proposal NOTHING = new ProposedTokens(List.of());

  private final LanguageModel target;
  private final Drafter drafter;
  private final DraftPolicy policy;
  private final LongSupplier nanoTime;

  /**
   * The same number of tokens in every round.
   *
   * @param draftTokens K, at least 1
   */
  public SpeculativeDecoder(LanguageModel target, Drafter drafter, int draftTokens) {
    this(target, drafter, new ConstantDraft(draftTokens, 0));
  }

  /**
   * @param policy how many tokens a round drafts; no other decoder may use it
   */
  public SpeculativeDecoder(LanguageModel target, Drafter drafter, DraftPolicy policy) {
    this(target, drafter, policy, System::nanoTime);
  }

  SpeculativeDecoder(
      LanguageModel target, Drafter drafter, DraftPolicy policy, LongSupplier nanoTime) {
    this.target = target;
    this.drafter = drafter;
    this.policy = policy;
    this.nanoTime = nanoTime;
  }

  @Override
  public void requireFit(int[] prompt, int maxNewTokens) {
    PromptIds.require(prompt, target.vocabularySize());
    ContextRoom room = new ContextRoom(prompt.length, maxNewTokens, policy.most() + 1);
    room.requireWithin(target.contextLength(), "target");
    room.requireWithin(drafter.contextLength(), "draft");
  }

  @Override
  public Generation decode(
      int[] prompt, Limits limits, TokenChoice choice, DecodeListener listener) {
    requireFit(prompt, limits.maxNewTokens());
    long start = nanoTime.getAsLong();
    int first = target.prefill(prompt, choice);
    drafter.begin(prompt, first, choice);
    long prefillNanos = nanoTime.getAsLong() - start;
    listener.firstToken(first, prefillNanos);

    GrowingText text = new GrowingText(first, limits);
    List<Step> steps = new ArrayList<>();
    while (!text.finished()) {
      Step.Round round = round(text, choice);
      steps.add(round);
      listener.stepped(round);
    }
    return new Generation(text.ids(), prefillNanos, steps);
  }

  private Step.Round round(GrowingText text, TokenChoice choice) {
    long start = nanoTime.getAsLong();
    int count = Math.min(policy.next(), text.remaining() - 1);
    StoppingRule stopping = policy.stopping();
    long drafting = nanoTime.getAsLong();
    Verification verification;
    List<Double> confidences;
    long drafted;
    long verified;
    long settled;
    try (Proposal proposal = count == 0 ? NOTHING : drafter.propose(count, stopping)) {
      drafted = nanoTime.getAsLong();
      verification = verify(text.last(), proposal, choice);
      verified = nanoTime.getAsLong();
      if (count > 0) {
        drafter.settle(verification);
      }
      settled = nanoTime.getAsLong();
      confidences = proposal.confidences();
    }
    List<Integer> chosen =
        new ArrayList<>(verification.drafted().subList(0, verification.accepted()));
    chosen.add(verification.next());
    List<Integer> emitted = text.append(chosen);
    long written = nanoTime.getAsLong();

    OptionalLong acceptance = verification.acceptanceNanos();
    long pass = verified - drafted - acceptance.orElse(0);
    long draft = (drafted - drafting) + (settled - verified);
    long host = (drafting - start) + (written - settled);
    Step.Round round =
        new Step.Round(
            verification.drafted(),
            verification.accepted(),
            emitted,
            new RoundTime(draft, pass, acceptance, host, nanoTime.getAsLong() - start));
    policy.settled(round, confidences);
    return round;
  }

  private Verification verify(int last, Proposal proposal, TokenChoice choice) {
    return proposal.count() == 0
        ? new Verification(List.of(), 0, target.extend(last, 1, choice, Set.of())[0])
        : target.verify(last, proposal, choice);
  }
}
