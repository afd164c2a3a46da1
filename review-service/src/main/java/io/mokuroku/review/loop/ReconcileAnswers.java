package io.mokuroku.review.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Makes one answer of those of several workers. More than half must have decided the same
 * way; of these, more than half must agree about each thing they say: a field stays as
 * proposed if most left it alone. Where there is no majority, they disagree.
 */
final class ReconcileAnswers {

	/** The schema of decisions allows no longer notes. */
	private static final int LONGEST_NOTE = 2_000;

	private static final List<Rest> RESTS = List.of(new Rest("the version", Submission::version),
			new Rest("the entry", Submission::entryVersion), new Rest("the stage", Submission::stage),
			new Rest("the moment", Submission::until), new Rest("the other entry", Submission::other));

	private ReconcileAnswers() {
	}

	/**
	 * One answer of several.
	 * @param answers one of each worker, at least one
	 */
	static Reconciled of(List<Submission> answers) {
		Optional<Said> verdict = majority(answers, Submission::verdict);
		if (verdict.isEmpty()) {
			return new Reconciled.Disagreed("the decision");
		}
		List<Submission> most = answers.stream().filter((each) -> each.verdict() == verdict.get().value()).toList();
		Optional<String> dispute = dispute(most);
		if (dispute.isPresent()) {
			return new Reconciled.Disagreed(dispute.get());
		}
		Optional<Submission> agreed = most.stream()
			.filter((each) -> RESTS.stream().allMatch((rest) -> isOfMost(rest, each, most)))
			.findFirst();
		if (agreed.isEmpty()) {
			return new Reconciled.Disagreed("what belongs to the decision");
		}
		Submission said = agreed.get();
		Map<String, @Nullable Object> edits = new HashMap<>();
		for (String field : fields(most)) {
			Optional<Said> value = correction(most, field);
			if (value.isEmpty()) {
				return new Reconciled.Disagreed(field);
			}
			if (value.get().isSaid()) {
				edits.put(field, value.get().value());
			}
		}
		if (said.verdict() == Verdict.APPROVE_WITH_EDITS && edits.isEmpty()) {
			return new Reconciled.Disagreed("what is to be corrected");
		}
		return new Reconciled.Agreed(new Submission(said.verdict(), said.version(), said.entryVersion(), note(most),
				said.stage(), said.until(), said.other(), new Edits(edits)));
	}

	private static Optional<String> dispute(List<Submission> most) {
		return RESTS.stream().filter((rest) -> majority(most, rest.of()).isEmpty()).map(Rest::name).findFirst();
	}

	private static boolean isOfMost(Rest rest, Submission one, List<Submission> most) {
		return majority(most, rest.of()).filter(new Said(true, rest.of().apply(one))::equals).isPresent();
	}

	private static Set<String> fields(List<Submission> answers) {
		return answers.stream()
			.flatMap((each) -> each.edits().fields().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Optional<Said> correction(List<Submission> answers, String field) {
		return majority(answers.stream()
			.map((each) -> new Said(each.edits().fields().contains(field), each.edits().values().get(field)))
			.toList());
	}

	private static Optional<Said> majority(List<Submission> answers, Function<Submission, @Nullable Object> of) {
		return majority(answers.stream().map((each) -> new Said(true, of.apply(each))).toList());
	}

	private static Optional<Said> majority(List<Said> said) {
		return said.stream().filter((one) -> 2 * said.stream().filter(one::equals).count() > said.size()).findFirst();
	}

	private static @Nullable String note(List<Submission> answers) {
		String all = answers.stream()
			.flatMap((each) -> Optional.ofNullable(each.note()).stream())
			.distinct()
			.collect(Collectors.joining(" / "));
		if (all.isEmpty()) {
			return null;
		}
		return (all.length() > LONGEST_NOTE) ? all.substring(0, LONGEST_NOTE - 1) + "…" : all;
	}

	/** What somebody said of a thing, or that they said nothing. */
	private record Said(boolean isSaid, @Nullable Object value) {
	}

	/** A part of an answer beside its verdict, note and corrections. */
	private record Rest(String name, Function<Submission, @Nullable Object> of) {
	}

	/** What came of it. */
	sealed interface Reconciled {

		/**
		 * One answer.
		 *
		 * @param submission what most said
		 */
		record Agreed(Submission submission) implements Reconciled {
		}

		/**
		 * None.
		 *
		 * @param about what there is no majority for
		 */
		record Disagreed(String about) implements Reconciled {
		}

	}

}
