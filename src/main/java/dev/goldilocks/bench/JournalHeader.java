package dev.goldilocks.bench;

import java.time.Instant;

/**
 * The first line of a journal: which run it is. Every further line is a {@link RunEvent}.
 *
 * @param id the run's id; the record has the same
 * @param name what people call the run
 * @param createdAt when it was asked for
 * @param spec what was asked
 */
public record JournalHeader(String id, String name, Instant createdAt, RunSpec spec) {}
