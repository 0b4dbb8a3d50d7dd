package org.scholion.assist.language.internal.consistency.sections;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionRolesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Methods                      | METHODS
            MATERIALS AND METHODS        | METHODS
            Materials & Methods          | METHODS
            2. Materials and Methods     | METHODS
            2.1 Data collection          | METHODS
            II. Experimental Setup       | METHODS
            IV  Methods                  | METHODS
            A) Participants              | METHODS
            Statistical analysis:        | METHODS
            Results.                     | RESULTS
            3 Findings                   | RESULTS
            5.2.1. Experimental Results  | RESULTS
            Experiments                  | RESULTS
            Evaluation                   | RESULTS
            Results and Discussion       | ARGUMENT
            1 Introduction               | ARGUMENT
            Related  Work                | ARGUMENT
            Background                   | ARGUMENT
            VI. Conclusions              | ARGUMENT
            Acknowledgements             | MATTER
            """)
    void knowsAHeadingWithItsNumberOrWithout(String heading, SectionRole role) {
        assertEquals(Optional.of(role), SectionRoles.of(heading));
    }

    @Test
    void doesNotKnowWhatIsNoSuchHeading() {
        for (String heading : new String[] {"A method for results", "Methods of Galois", "Vector spaces", "2", "", "I.", "Main results"}) {
            assertEquals(Optional.empty(), SectionRoles.of(heading), heading);
        }
    }
}
