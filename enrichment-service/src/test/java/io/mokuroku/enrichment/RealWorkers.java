package io.mokuroku.enrichment;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.CatalogueMeans;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.AnimeSources;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The workers as the service wires them, on stores and sources of a test.
 */
public final class RealWorkers {

	private RealWorkers() {
	}

	/** All of them. */
	public static List<TaskWorker<?>> of(Stores stores, WorkArea area, AnimeSources sources, InstantSource clock) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
		context.registerBean(AnimeStore.class, stores::anime);
		context.registerBean(EntryParts.class, stores::parts);
		context.registerBean(ProcessingLocks.class, stores::locks);
		context.registerBean(CatalogueMeans.class, () -> Stores.means(LocalEngines.start().dynamo()));
		context.registerBean(SourceLinks.class, () -> Stores.links(LocalEngines.start().dynamo()));
		context.registerBean(WorkArea.class, () -> area);
		context.registerBean(InstantSource.class, () -> clock);
		context.registerBean(TraceContexts.class, Traces::none);
		context.registerBean("sourcesOfTheTest", AnimeSources.class, () -> sources,
				(definition) -> definition.setPrimary(true));
		context.register(EnrichmentConfiguration.class);
		context.refresh();
		List<TaskWorker<?>> workers = new ArrayList<>();
		context.getBeanProvider(TaskWorker.class).forEach((worker) -> workers.add((TaskWorker<?>) worker));
		return workers;
	}

}
