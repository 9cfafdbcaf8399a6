package dev.plumbline.ui.estate;

import dev.plumbline.ui.fx.CheckedStates;
import dev.plumbline.ui.fx.Navigator;
import java.time.Clock;

/** What the estate's screens have in common. */
public record Estate(EstateViewModel model, CheckedStates checked, Navigator navigator, Clock clock) {}
