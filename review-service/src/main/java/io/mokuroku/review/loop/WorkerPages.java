package io.mokuroku.review.loop;

import java.util.List;
import java.util.Map;

import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.ReviewTask;

/**
 * The page that workers outside the portal see, and the form they fill in on it.
 */
public interface WorkerPages {

	/**
	 * The names of what the page shows of the parts of an entry, which may be left out.
	 */
	String PARTS = "tabs";

	/**
	 * What the page of a task prints: text, numbers, truth values, lists and objects of
	 * these. Long parts of the entry are left out; what is there names the entry they
	 * belong to.
	 */
	Map<String, Object> input(ReviewTask task);

	/**
	 * Reads a form as it was sent.
	 * @param fields what was typed, by the name of the control
	 * @param faults takes what cannot be read; the submission is of no use if there are
	 * any
	 */
	Submission read(ReviewTask task, Map<String, List<String>> fields, List<Fault> faults);

}
