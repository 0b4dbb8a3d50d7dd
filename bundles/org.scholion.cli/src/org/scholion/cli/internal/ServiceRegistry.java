package org.scholion.cli.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
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

/** The parts of Scholion that are installed. */
public final class ServiceRegistry implements Services {

    private final List<ComponentServiceObjects<ManuscriptReader>> readers;
    private final List<ComponentServiceObjects<ManuscriptWriter>> writers;
    private final @Nullable ComponentServiceObjects<CheckService> checkService;
    private final List<ComponentServiceObjects<BlockAssistant>> blockAssistants;
    private final List<ComponentServiceObjects<RuleCatalogue>> ruleCatalogues;
    private final @Nullable ComponentServiceObjects<JobExecutor> jobExecutor;
    private final @Nullable ComponentServiceObjects<ModelStore> modelStore;
    private final @Nullable ComponentServiceObjects<ModelCatalogue> modelCatalogue;
    private final @Nullable ComponentServiceObjects<Models> models;
    private final @Nullable ComponentServiceObjects<Secrets> secrets;
    private final @Nullable ComponentServiceObjects<ReferenceLibrary> referenceLibrary;
    private final @Nullable ComponentServiceObjects<Libraries> libraries;
    private final @Nullable ComponentServiceObjects<CitationAssistant> citationAssistant;
    private final @Nullable ComponentServiceObjects<OnlineSources> onlineSources;
    private final @Nullable ComponentServiceObjects<CitationVerifier> citationVerifier;
    private final @Nullable ComponentServiceObjects<SharedLibrary> sharedLibrary;
    private final List<ComponentServiceObjects<DraftAssistant>> draftAssistants;
    private final @Nullable ComponentServiceObjects<KeywordAssistant> keywordAssistant;
    private final @Nullable ComponentServiceObjects<AnswerAssistant> answerAssistant;

    public ServiceRegistry(
            List<ComponentServiceObjects<ManuscriptReader>> readers,
            List<ComponentServiceObjects<ManuscriptWriter>> writers,
            @Nullable ComponentServiceObjects<CheckService> checkService,
            List<ComponentServiceObjects<BlockAssistant>> blockAssistants,
            List<ComponentServiceObjects<RuleCatalogue>> ruleCatalogues,
            @Nullable ComponentServiceObjects<JobExecutor> jobExecutor,
            @Nullable ComponentServiceObjects<ModelStore> modelStore,
            @Nullable ComponentServiceObjects<ModelCatalogue> modelCatalogue,
            @Nullable ComponentServiceObjects<Models> models,
            @Nullable ComponentServiceObjects<Secrets> secrets,
            @Nullable ComponentServiceObjects<ReferenceLibrary> referenceLibrary,
            @Nullable ComponentServiceObjects<Libraries> libraries,
            @Nullable ComponentServiceObjects<CitationAssistant> citationAssistant,
            @Nullable ComponentServiceObjects<OnlineSources> onlineSources,
            @Nullable ComponentServiceObjects<CitationVerifier> citationVerifier,
            @Nullable ComponentServiceObjects<SharedLibrary> sharedLibrary,
            List<ComponentServiceObjects<DraftAssistant>> draftAssistants,
            @Nullable ComponentServiceObjects<KeywordAssistant> keywordAssistant,
            @Nullable ComponentServiceObjects<AnswerAssistant> answerAssistant) {
        this.readers = readers;
        this.writers = writers;
        this.checkService = checkService;
        this.blockAssistants = blockAssistants;
        this.ruleCatalogues = ruleCatalogues;
        this.jobExecutor = jobExecutor;
        this.modelStore = modelStore;
        this.modelCatalogue = modelCatalogue;
        this.models = models;
        this.secrets = secrets;
        this.referenceLibrary = referenceLibrary;
        this.libraries = libraries;
        this.citationAssistant = citationAssistant;
        this.onlineSources = onlineSources;
        this.citationVerifier = citationVerifier;
        this.sharedLibrary = sharedLibrary;
        this.draftAssistants = draftAssistants;
        this.keywordAssistant = keywordAssistant;
        this.answerAssistant = answerAssistant;
    }

    @Override
    public List<ManuscriptReader> readers() {
        return all(readers);
    }

    @Override
    public List<ManuscriptWriter> writers() {
        return all(writers);
    }

    @Override
    public Optional<CheckService> checkService() {
        return one(checkService);
    }

    @Override
    public List<BlockAssistant> blockAssistants() {
        return all(blockAssistants);
    }

    @Override
    public List<RuleCatalogue> ruleCatalogues() {
        return all(ruleCatalogues);
    }

    @Override
    public Optional<JobExecutor> jobExecutor() {
        return one(jobExecutor);
    }

    @Override
    public Optional<ModelStore> modelStore() {
        return one(modelStore);
    }

    @Override
    public Optional<ModelCatalogue> modelCatalogue() {
        return one(modelCatalogue);
    }

    @Override
    public Optional<Models> models() {
        return one(models);
    }

    @Override
    public Optional<Secrets> secrets() {
        return one(secrets);
    }

    @Override
    public Optional<ReferenceLibrary> referenceLibrary() {
        return one(referenceLibrary);
    }

    @Override
    public Optional<Libraries> libraries() {
        return one(libraries);
    }

    @Override
    public Optional<CitationAssistant> citationAssistant() {
        return one(citationAssistant);
    }

    @Override
    public Optional<OnlineSources> onlineSources() {
        return one(onlineSources);
    }

    @Override
    public Optional<CitationVerifier> citationVerifier() {
        return one(citationVerifier);
    }

    @Override
    public Optional<SharedLibrary> sharedLibrary() {
        return one(sharedLibrary);
    }

    @Override
    public List<DraftAssistant> draftAssistants() {
        return all(draftAssistants);
    }

    @Override
    public Optional<KeywordAssistant> keywordAssistant() {
        return one(keywordAssistant);
    }

    @Override
    public Optional<AnswerAssistant> answerAssistant() {
        return one(answerAssistant);
    }

    private static <T> List<T> all(List<ComponentServiceObjects<T>> services) {
        return services.stream().flatMap(service -> one(service).stream()).toList();
    }

    /** A service that cannot be started counts as missing. */
    private static <T> Optional<T> one(@Nullable ComponentServiceObjects<T> service) {
        return service == null ? Optional.empty() : Optional.ofNullable(service.getService());
    }
}
