package io.mokuroku.enrichment.assemble;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.people.Crew;
import io.mokuroku.enrichment.stage.EntryFields;
import io.mokuroku.enrichment.stage.InverseRelations.Contradiction;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a person must see a proposal. Most need nobody: what is asked of people
 * must be worth their time. What a person has answered is not asked again before it rests
 * on something else.
 */
final class ReviewPolicy {

	/** Less is not published without a person. */
	static final double ENOUGH = 0.85;

	private static final Set<String> CORE = Set.of(EntryFields.MAIN_TITLE.name(), EntryFields.TYPE.name(),
			EntryFields.STATUS.name(), EntryFields.EPISODES.name(), EntryFields.YEAR.name());

	/** Penalties are counted in hundredths, because sums of them must be exact. */
	private static final int CORE_CONFLICT = 10;

	private static final int OTHER_CONFLICT = 2;

	private static final int GAP = 5;

	private static final int NO_DIRECTOR = 3;

	/** More doubts than one of these many. */
	private static final int ONE_DOUBT_OF = 5;

	private final ReviewLimits limits;

	private final LocalDate today;

	private final List<AnimeEntry> prequels;

	/**
	 * A policy.
	 * @param today the date in Japan
	 * @param prequels the entries it continues, as far as the catalogue has them
	 */
	ReviewPolicy(ReviewLimits limits, LocalDate today, Collection<AnimeEntry> prequels) {
		this.limits = limits;
		this.today = today;
		this.prequels = List.copyOf(prequels);
	}

	/** Judges a proposal. */
	Judgement judge(Proposal proposal) {
		double confidence = confidence(proposal);
		List<Question> questions = unsettled(proposal, faults(proposal, confidence));
		if (questions.isEmpty()) {
			questions = unsettled(proposal, policy(proposal));
		}
		return new Judgement(questions, confidence);
	}

	private List<Question> faults(Proposal proposal, double confidence) {
		AnimeEntry entry = proposal.entry();
		Set<String> conflicts = proposal.assembled().conflicts();
		List<Question> questions = new ArrayList<>();
		SanityChecks.required(entry).ifPresent(questions::add);
		SanityChecks.valid(entry, this.today).ifPresent(questions::add);
		IdentityChecks.identity(proposal.said()).ifPresent(questions::add);
		questions.addAll(IdentityChecks.mismatches(proposal.said(), entry));
		SanityChecks.temporal(entry, proposal.episodes(), this.today).ifPresent(questions::add);
		SanityChecks.crossField(entry).ifPresent(questions::add);
		SanityChecks.adult(entry, conflicts).ifPresent(questions::add);
		questions.addAll(coreConflicts(proposal.assembled()));
		proposal.contradictions().forEach((one) -> questions.add(contradiction(entry.id(), one)));
		questions.addAll(IdentityChecks.proposals(proposal.before().standing()));
		SanityChecks.regression(entry, proposal.before()).ifPresent(questions::add);
		ShrinkGuard.check(proposal).ifPresent(questions::add);
		if (confidence < ENOUGH) {
			questions.add(Question.of(ReviewReason.LOW_CONFIDENCE,
					conflicts.stream().sorted().toList() + " " + proposal.missing().stream().sorted().toList()));
		}
		return questions;
	}

	/** What is looked at although nothing is wrong. */
	private List<Question> policy(Proposal proposal) {
		List<Question> questions = new ArrayList<>();
		popular(proposal.entry()).ifPresent(questions::add);
		sample(proposal).ifPresent(questions::add);
		return questions;
	}

	/** Popular itself, or announced as the sequel of something popular. */
	private Optional<Question> popular(AnimeEntry entry) {
		boolean anticipated = entry.airing().status() == AiringStatus.UPCOMING
				&& this.prequels.stream().anyMatch(this::isPopular);
		return (isPopular(entry) || anticipated) ? Optional.of(Question.of(ReviewReason.POPULAR, "once"))
				: Optional.empty();
	}

	private boolean isPopular(AnimeEntry entry) {
		return entry.details()
			.statistics()
			.values()
			.stream()
			.map(Statistics::popularityRank)
			.filter(Objects::nonNull)
			.anyMatch((rank) -> rank <= this.limits.popularRank());
	}

	/**
	 * By a chance that depends on the entry, on the rules it was put together by and on
	 * the seed, and on nothing else: refreshing an entry draws no second lot.
	 */
	private Optional<Question> sample(Proposal proposal) {
		String draw = this.limits.sampleSeed() + ":" + proposal.entry().details().rulesVersion();
		long seed = proposal.before().id().value().getLeastSignificantBits() ^ ((long) draw.hashCode() << 32);
		return (new SplittableRandom(seed).nextDouble() < this.limits.sampleShare())
				? Optional.of(Question.of(ReviewReason.SAMPLE, draw)) : Optional.empty();
	}

	private static List<Question> unsettled(Proposal proposal, List<Question> questions) {
		return questions.stream()
			.filter((question) -> !proposal.before().details().questions().isSettled(question.key(), question.digest()))
			.toList();
	}

	/** Asked in the same words whichever of the two is looked at. */
	private static Question contradiction(AnimeId entry, Contradiction contradiction) {
		return new Question(ReviewReason.RELATION_CONFLICT, contradiction.field(),
				Stream.of(entry, contradiction.other()).sorted().toList().toString());
	}

	/** How many episodes a running work will have is not worth a person's time. */
	private static List<Question> coreConflicts(Assembled assembled) {
		boolean finished = assembled.entry().airing().status() == AiringStatus.FINISHED;
		Map<String, String> said = assembled.choices()
			.stream()
			.collect(Collectors.toMap(FieldChoice::field, ReviewPolicy::matter));
		return Stream.of(EntryFields.TYPE.name(), EntryFields.STATUS.name(), EntryFields.EPISODES.name())
			.filter(assembled.conflicts()::contains)
			.filter((field) -> finished || !field.equals(EntryFields.EPISODES.name()))
			.map((field) -> new Question(ReviewReason.CORE_CONFLICT, field, said.getOrDefault(field, field)))
			.toList();
	}

	/** Who says what; when they said it does not matter, nor what the dataset thinks. */
	private static String matter(FieldChoice choice) {
		return choice.said()
			.stream()
			.filter((candidate) -> !candidate.source().equals(Sources.DATASET))
			.map((candidate) -> candidate.source() + "=" + candidate.value())
			.sorted()
			.collect(Collectors.joining(","));
	}

	private static double confidence(Proposal proposal) {
		AnimeEntry entry = proposal.entry();
		int penalty = GAP * proposal.missing().size();
		for (String field : proposal.assembled().conflicts()) {
			penalty += CORE.contains(field) ? CORE_CONFLICT : OTHER_CONFLICT;
		}
		penalty += (entry.synopsis() == null) ? GAP : 0;
		penalty += (entry.titles().japanese() == null) ? GAP : 0;
		penalty += IdentityChecks.needsSecondSource(proposal.said(), entry) ? GAP : 0;
		penalty += ambiguous(proposal.cast()) ? GAP : 0;
		penalty += leaderless(proposal.crew(), entry) ? NO_DIRECTOR : 0;
		return Math.max(0, 100 - penalty) / 100.0;
	}

	private static boolean ambiguous(@Nullable Cast cast) {
		if (cast == null) {
			return false;
		}
		long prominent = cast.characters()
			.stream()
			.filter((character) -> character.role() != CharacterRole.BACKGROUND)
			.count();
		return cast.doubts() * (long) ONE_DOUBT_OF > prominent;
	}

	/** A series or movie has a director and a studio. */
	private static boolean leaderless(@Nullable Crew crew, AnimeEntry entry) {
		boolean staged = entry.type() == AnimeType.TV || entry.type() == AnimeType.MOVIE;
		if (crew == null || !staged) {
			return false;
		}
		boolean directed = crew.staff()
			.stream()
			.flatMap((member) -> member.roles().stream())
			.anyMatch((role) -> role.role().equals("DIRECTOR") || role.role().equals("CHIEF_DIRECTOR"));
		return !directed || entry.production().studios().isEmpty();
	}

}
