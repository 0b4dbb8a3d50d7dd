package org.scholion.assist.writing.internal.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.scholion.assist.drafts.SentenceRole;
import org.scholion.assist.testkit.Papers;
import org.scholion.assist.writing.internal.paper.PaperSentence;
import org.scholion.assist.writing.internal.paper.PaperText;
import org.scholion.inference.Device;
import org.scholion.inference.ModelDescriptor;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.ModelService;
import org.scholion.inference.ModelTask;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.Tagger;
import org.scholion.manuscript.BlockKind;
import org.scholion.text.CancelToken;
import org.scholion.text.TextRange;

class TaggedRolesTest {

    private final List<String> asked = new ArrayList<>();

    /** Takes "walls" for a result, "we" for a method, all else for background; not more than 60 tokens. */
    private final Tagger tagger = new Tagger() {
        @Override
        public List<String> labels() {
            return List.of("background", "method", "result");
        }

        @Override
        public List<List<Tag>> tag(List<String> texts, int labelCount, CancelToken cancel) {
            asked.addAll(texts);
            return texts.stream().map(this::tags).toList();
        }

        private List<Tag> tags(String text) {
            List<Tag> tags = new ArrayList<>();
            Matcher word = Pattern.compile("\\w+|\\.").matcher(text);
            while (word.find() && tags.size() < 60) {
                String sure = word.group().equals("walls") ? "result" : word.group().equals("We") ? "method" : "background";
                double first = sure.equals("background") ? 0.4 : 0.98;
                List<Label> labels = new ArrayList<>(List.of(new Label(sure, first)));
                labels().stream().filter(name -> !name.equals(sure)).forEach(name -> labels.add(new Label(name, (1 - first) / 2)));
                tags.add(new Tag(new TextRange(word.start(), word.end()), labels));
            }
            return tags;
        }

        @Override
        public ModelDescriptor descriptor() {
            return new ModelDescriptor("sentence-roles", "Roles", ModelTask.TAGGING, List.of("en"), "", "1");
        }

        @Override
        public Device device() {
            return new Device(Device.Kind.CPU, "CPU");
        }

        @Override
        public int maxTokenCount() {
            return 60;
        }

        @Override
        public int tokenCount(String text) {
            return text.split("\\W+").length;
        }
    };

    @Test
    void theLabelThatItsTokensLikeBestIsTheRoleOfASentence() throws Exception {
        assertEquals(
                List.of(SentenceRole.RESULT, SentenceRole.METHOD, SentenceRole.BACKGROUND),
                new TaggedRoles(new One(tagger)).of(sentences("The walls cool. We waited long. It was night."), CancelToken.NEVER));
        assertEquals(1, asked.size());
    }

    @Test
    void manySentencesAreAskedForAFewAtATime() throws Exception {
        List<PaperSentence> many = sentences("The walls cool. ".repeat(20).strip());
        assertEquals(20, new TaggedRoles(new One(tagger)).of(many, CancelToken.NEVER).size());
        assertEquals(3, asked.size());
    }

    @Test
    void aSentenceThatIsTooLongDoesNotHideTheNext() throws Exception {
        List<PaperSentence> far = sentences("A night so long that " + "it has very many words ".repeat(12) + ". The walls cool.");
        assertEquals(SentenceRole.RESULT, new TaggedRoles(new One(tagger)).of(far, CancelToken.NEVER).getLast());
    }

    @Test
    void anAimThatIsSaidToBeOneIsNoBackground() throws Exception {
        assertEquals(
                List.of(SentenceRole.OBJECTIVE, SentenceRole.BACKGROUND),
                new TaggedRoles(new One(tagger))
                        .of(sentences("In this paper we present a hall. It was night."), CancelToken.NEVER));
    }

    @Test
    void backgroundInAConclusionIsWhatTheSectionSays() throws Exception {
        List<PaperSentence> sentences = PaperText.of(new Papers()
                        .block(BlockKind.HEADING, "Conclusion")
                        .block(BlockKind.PARAGRAPH, "It was night. The walls cool.")
                        .build())
                .sentences();
        assertEquals(
                List.of(SentenceRole.CONCLUSION, SentenceRole.RESULT),
                new TaggedRoles(new One(tagger)).of(sentences, CancelToken.NEVER));
    }

    @Test
    void withoutTheModelSectionsTell() throws Exception {
        List<PaperSentence> sentences = PaperText.of(SamplePaper.read()).sentences();
        assertEquals(
                Roles.BY_SECTION.of(sentences, CancelToken.NEVER), new TaggedRoles(new One(null)).of(sentences, CancelToken.NEVER));
        assertTrue(asked.isEmpty());
    }

    private static List<PaperSentence> sentences(String paragraph) {
        return PaperText.of(Papers.of(paragraph)).sentences();
    }

    /** Has one model, or none. */
    private record One(Tagger tagger) implements Models {
        @Override
        public <S extends ModelService> ModelLease<S> lease(Class<S> role, String id, Priority priority, CancelToken cancel)
                throws ModelException {
            if (tagger == null) {
                throw new ModelException(id + " is not installed");
            }
            return new ModelLease<>() {
                @Override
                public S service() {
                    return role.cast(tagger);
                }

                @Override
                public void close() {
                    // nothing to give back
                }
            };
        }

        @Override
        public Optional<ModelDescriptor> preferred(ModelTask task, String language) {
            return Optional.empty();
        }

        @Override
        public List<Loaded> loaded() {
            return List.of();
        }
    }
}
