package io.mokuroku.enrichment;

import java.time.InstantSource;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.CatalogueMeans;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.enrichment.assemble.AssembleEntry;
import io.mokuroku.enrichment.assemble.AssembleEpisode;
import io.mokuroku.enrichment.commit.CheckAnswer;
import io.mokuroku.enrichment.commit.CommitEntry;
import io.mokuroku.enrichment.commit.LeaveEntry;
import io.mokuroku.enrichment.commit.SettleReview;
import io.mokuroku.enrichment.fetch.FetchAnime;
import io.mokuroku.enrichment.fetch.FetchEpisode;
import io.mokuroku.enrichment.fetch.ForgetAnswers;
import io.mokuroku.enrichment.fetch.PrepareSources;
import io.mokuroku.enrichment.stage.CollectStage;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.message.MessageSender;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.sources.UpstreamConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The workers of the state machine.
 */
@Configuration(proxyBeanMethods = false)
@Import(UpstreamConfiguration.class)
@EnableConfigurationProperties(ReviewSettings.class)
class EnrichmentConfiguration {

	@Bean
	PrepareSources prepareSources(AnimeStore store, AnimeSources sources) {
		return new PrepareSources(store, sources);
	}

	@Bean
	FetchAnime fetchAnime(AnimeSources sources, WorkArea area) {
		return new FetchAnime(sources, area);
	}

	@Bean
	FetchEpisode fetchEpisode(AnimeSources sources, WorkArea area) {
		return new FetchEpisode(sources, area);
	}

	@Bean
	ForgetAnswers forgetAnswers(AnswerCache cache) {
		return new ForgetAnswers(cache);
	}

	@Bean
	CollectStage<?> collectMetadata(WorkArea area) {
		return CollectStage.metadata(area);
	}

	@Bean
	CollectStage<?> collectEpisodes(WorkArea area, EntryParts parts, InstantSource clock) {
		return CollectStage.episodes(area, parts, clock);
	}

	@Bean
	CollectStage<?> collectMedia(WorkArea area) {
		return CollectStage.media(area);
	}

	@Bean
	CollectStage<?> collectRelations(WorkArea area, AnimeStore store, EntryParts parts, SourceLinks links) {
		return CollectStage.relations(area, store, parts, links);
	}

	@Bean
	CollectStage<?> collectCharacters(WorkArea area, EntryParts parts) {
		return CollectStage.characters(area, parts);
	}

	@Bean
	CollectStage<?> collectStaff(WorkArea area, EntryParts parts) {
		return CollectStage.staff(area, parts);
	}

	@Bean
	AssembleEntry assembleEntry(AnimeStore store, EntryParts parts, CatalogueMeans means, WorkArea area,
			TraceContexts traces, InstantSource clock, ReviewSettings review) {
		return new AssembleEntry(store, parts, means, area, traces, clock, review.limits());
	}

	@Bean
	AssembleEpisode assembleEpisode(AnimeStore store, EntryParts parts, WorkArea area, TraceContexts traces,
			InstantSource clock) {
		return new AssembleEpisode(store, parts, area, traces, clock);
	}

	@Bean
	CheckAnswer checkAnswer() {
		return new CheckAnswer();
	}

	@Bean
	CommitEntry commitEntry(AnimeStore store, EntryParts parts, ProcessingLocks locks, WorkArea area,
			TraceContexts traces, InstantSource clock) {
		return new CommitEntry(store, parts, locks, area, traces, clock);
	}

	@Bean
	SettleReview settleReview(AnimeStore store, ObjectProvider<MessageSender> sender, TraceContexts traces,
			InstantSource clock) {
		return new SettleReview(store, (request) -> sender.getObject().send(request), traces, clock);
	}

	@Bean
	LeaveEntry leaveEntry(AnimeStore store, EntryParts parts, ProcessingLocks locks, WorkArea area) {
		return new LeaveEntry(store, parts, locks, area);
	}

}
