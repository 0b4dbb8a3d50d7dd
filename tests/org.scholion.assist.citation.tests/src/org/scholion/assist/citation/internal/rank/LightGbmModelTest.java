package org.scholion.assist.citation.internal.rank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LightGbmModelTest {

    private static final String TWO_TREES = """
            tree
            version=v4
            feature_names=A B

            Tree=0
            num_leaves=3
            split_feature=1 0
            threshold=0.5 2
            left_child=1 -1
            right_child=-2 -3
            leaf_value=10 20 30

            Tree=1
            num_leaves=1
            leaf_value=0.25

            end of trees
            """;

    private static LightGbmModel model() throws IOException {
        return LightGbmModel.read(new StringReader(TWO_TREES));
    }

    @Test
    void goesLeftAtTheThresholdAndRightAboveIt() throws IOException {
        assertEquals(10.25, model().score(new double[] {2, 0.5}));
        assertEquals(30.25, model().score(new double[] {2.1, 0.5}));
        assertEquals(20.25, model().score(new double[] {2, 0.6}));
    }

    @Test
    void knowsItsInputs() throws IOException {
        assertEquals(List.of("A", "B"), model().featureNames());
    }

    @Test
    void refusesAModelThatIsCutShort() {
        String cut = TWO_TREES.substring(0, TWO_TREES.indexOf("end of trees"));
        assertThrows(IOException.class, () -> LightGbmModel.read(new StringReader(cut)));
    }

    @Test
    void refusesNumbersThatAreNone() {
        String broken = TWO_TREES.replace("threshold=0.5", "threshold=much");
        assertThrows(IOException.class, () -> LightGbmModel.read(new StringReader(broken)));
    }

    @Test
    void theRankingRefusesAModelOfOtherFeatures() throws IOException {
        LightGbmModel other = model();
        assertThrows(IllegalArgumentException.class, () -> new Ranking(other));
    }
}
