package org.scholion.cli.internal;

import java.util.List;
import java.util.Optional;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.CheckService;
import org.scholion.assist.RuleCatalogue;
import org.scholion.assist.citations.CitationAssistant;
import org.scholion.assist.citations.CitationVerifier;
import org.scholion.assist.drafts.AnswerAssistant;
import org.scholion.assist.drafts.DraftAssistant;
import org.scholion.assist.drafts.KeywordAssistant;
import org.scholion.inference.Models;
import org.scholion.inference.Secrets;
import org.scholion.inference.store.ModelCatalogue;
import org.scholion.inference.store.ModelStore;
import org.scholion.jobs.JobExecutor;
import org.scholion.library.Libraries;
import org.scholion.library.online.OnlineSources;
import org.scholion.library.search.ReferenceLibrary;
import org.scholion.library.shared.SharedLibrary;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.ManuscriptWriter;

/** The parts of Scholion that commands work with; each may be missing, and is started when it is first asked for. */
public interface Services {

    /** Nothing is installed. */
    Services NONE = new ServiceRegistry(
            List.of(), List.of(), null, List.of(), List.of(), null, null, null, null, null, null, null, null, null, null, null, List.of(), null, null);

    List<ManuscriptReader> readers();

    List<ManuscriptWriter> writers();

    Optional<CheckService> checkService();

    List<BlockAssistant> blockAssistants();

    List<RuleCatalogue> ruleCatalogues();

    Optional<JobExecutor> jobExecutor();

    default Optional<ModelStore> modelStore() {
        return Optional.empty();
    }

    default Optional<ModelCatalogue> modelCatalogue() {
        return Optional.empty();
    }

    default Optional<Models> models() {
        return Optional.empty();
    }

    default Optional<Secrets> secrets() {
        return Optional.empty();
    }

    default Optional<ReferenceLibrary> referenceLibrary() {
        return Optional.empty();
    }

    default Optional<Libraries> libraries() {
        return Optional.empty();
    }

    default Optional<CitationAssistant> citationAssistant() {
        return Optional.empty();
    }

    default Optional<OnlineSources> onlineSources() {
        return Optional.empty();
    }

    default Optional<CitationVerifier> citationVerifier() {
        return Optional.empty();
    }

    default Optional<SharedLibrary> sharedLibrary() {
        return Optional.empty();
    }

    default List<DraftAssistant> draftAssistants() {
        return List.of();
    }

    default Optional<KeywordAssistant> keywordAssistant() {
        return Optional.empty();
    }

    default Optional<AnswerAssistant> answerAssistant() {
        return Optional.empty();
    }
}
