package dev.goldilocks.ui.setup;

import java.util.Optional;

/**
 * A device that a run can ask for.
 *
 * @param id as in a spec, for example {@code cpu}
 * @param name as people know it
 * @param unavailable why it cannot be used here and what to do; empty when it can
 */
public record DeviceItem(String id, String name, Optional<String> unavailable) {}
