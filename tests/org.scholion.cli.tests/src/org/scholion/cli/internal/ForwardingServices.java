package org.scholion.cli.internal;

import java.util.List;
import java.util.Optional;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.CheckService;
import org.scholion.assist.RuleCatalogue;
import org.scholion.jobs.JobExecutor;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.ManuscriptWriter;

/** Other services with some of its own. */
public class ForwardingServices implements Services {

    private final Services others;

    public ForwardingServices(Services others) {
        this.others = others;
    }

    @Override
    public List<ManuscriptReader> readers() {
        return others.readers();
    }

    @Override
    public List<ManuscriptWriter> writers() {
        return others.writers();
    }

    @Override
    public Optional<CheckService> checkService() {
        return others.checkService();
    }

    @Override
    public List<BlockAssistant> blockAssistants() {
        return others.blockAssistants();
    }

    @Override
    public List<RuleCatalogue> ruleCatalogues() {
        return others.ruleCatalogues();
    }

    @Override
    public Optional<JobExecutor> jobExecutor() {
        return others.jobExecutor();
    }
}
