package io.mokuroku.episodes.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where appointments with episodes are kept.
 */
public interface Schedules {

	/**
	 * The appointments that have not fired.
	 * @throws io.mokuroku.message.RetryableFailure if they cannot be read
	 */
	List<Appointment> all();

	/**
	 * Makes or moves appointments; doing it twice is harmless. What fails for one does
	 * not stop the others.
	 * @return what failed, in words, by the name of the appointment
	 */
	Map<String, String> put(Collection<Appointment> appointments);

	/**
	 * Cancels appointments; one that does not exist is cancelled already.
	 * @param names their names
	 * @return what failed, in words, by name
	 */
	Map<String, String> remove(Collection<String> names);

}
