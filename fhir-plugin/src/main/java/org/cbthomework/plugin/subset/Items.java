package org.cbthomework.plugin.subset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cbthomework.plugin.subset.list.SubsetList;

/** Types, linkIds and texts. */
final class Items {

    private Items() {}

    static void check(SubsetList list, List<Placed> items, Reasons reasons) {
        Set<String> seen = new HashSet<>();
        items.forEach(placed -> {
            if (!list.itemTypes().contains(placed.type())) {
                reasons.add(
                        placed,
                        "item-type",
                        "is of the type '" + placed.type() + "'; ask with choice or string instead");
            }
            if (placed.linkId().isEmpty()) {
                reasons.add(placed, "link-id", "has no linkId; give it one of its own");
            } else if (!seen.add(placed.linkId())) {
                reasons.add(placed, "link-id", "has the linkId of another item; give it one of its own");
            }
            boolean needsText = !"group".equals(placed.type());
            if (needsText
                    && (!placed.item().hasText() || placed.item().getText().isBlank())) {
                reasons.add(placed, "text", "has no text; say what is asked");
            }
            if (placed.item().hasMaxLength() && !list.maxLengthTypes().contains(placed.type())) {
                reasons.add(placed, "element", "has a maxLength, which is for text alone; take it out");
            }
            if (placed.item().getEnableWhen().size() > 1 && !placed.item().hasEnableBehavior()) {
                reasons.add(placed, "element", "has several conditions and no enableBehavior; say all or any");
            }
        });
    }
}
