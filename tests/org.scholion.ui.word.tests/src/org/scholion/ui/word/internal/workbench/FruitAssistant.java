package org.scholion.ui.word.internal.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.manuscript.Block;
import org.scholion.text.CancelToken;
import org.scholion.text.TextRange;

/** Wants apples for bananas and cherries for a cherry. */
final class FruitAssistant implements BlockAssistant {

    private static final Pattern FRUIT = Pattern.compile("\\b(?:banana|cherry)\\b");

    @Override
    public Origin origin() {
        return new Origin("Fruit", "1");
    }

    @Override
    public Set<Category> categories() {
        return Set.of(Category.STYLE);
    }

    @Override
    public boolean supports(String language) {
        return true;
    }

    @Override
    public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel) {
        List<BlockFinding> found = new ArrayList<>();
        Matcher fruit = FRUIT.matcher(block.prose().text());
        while (fruit.find()) {
            String better = fruit.group().equals("banana") ? "apple" : "cherries";
            Advice advice = new Advice(
                    "FRUIT", Category.STYLE, Severity.WARNING, "Another fruit is in season.", "The fruit rule.", List.of(better), origin(),
                    0.95, false);
            found.add(new BlockFinding(new TextRange(fruit.start(), fruit.end()), advice));
        }
        return found;
    }
}
