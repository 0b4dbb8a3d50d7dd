package org.scholion.assist.writing.internal.extract;

import org.scholion.assist.testkit.Papers;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;

/** A small paper with all that a paper has. */
final class SamplePaper {

    static final String ABSTRACT = "An abstract that nobody should see again stands here in six or more words.";

    private SamplePaper() {}

    static Manuscript read() {
        return papers().build();
    }

    static Papers papers() {
        return new Papers()
                .block(BlockKind.TITLE, "How a Lecture Hall Cools at Night")
                .block(BlockKind.ABSTRACT, ABSTRACT)
                .block(BlockKind.HEADING, "Introduction")
                .block(
                        BlockKind.PARAGRAPH,
                        "Buildings that stand empty at night lose heat that has to be made up for every morning [@a]. However, little is known "
                                + "about how lecture halls cool. In this paper we present a low-cost sensor network that records how a lecture hall "
                                + "cools at night.")
                .block(BlockKind.HEADING, "Methods")
                .block(
                        BlockKind.PARAGRAPH,
                        "We placed 24 sensors in the lecture hall and recorded air temperatures over 30 winter nights. The sensors were read "
                                + "every five minutes by a small computer. Figure 2 shows where the sensors hang.")
                .block(BlockKind.HEADING, "Results")
                .block(
                        BlockKind.PARAGRAPH,
                        "A model with one time constant explains 94 percent of the variance of the temperatures. The model with two time "
                                + "constants reduces the error by half. The error is below $0.2$ degrees in every night.")
                .block(BlockKind.HEADING, "Conclusion")
                .block(
                        BlockKind.PARAGRAPH,
                        "We conclude that the heating of the lecture hall may be switched off two hours earlier than today. A model with two "
                                + "time constants reduces the error by half.")
                .block(BlockKind.HEADING, "Acknowledgements")
                .block(BlockKind.PARAGRAPH, "We thank the caretakers of the lecture hall for their help and for their patience.");
    }
}
