"""What legday costs, as ratios against something bare in the same run. Never part of the test suite.

python -m tests.benchmarks.first_paint      start to first paint, ten years of log, against a bare Textual app
python -m tests.benchmarks.log_a_set        logging a set, against a bare write and fsync of the same live.json
python -m tests.benchmarks.live_keys        a key in Live, a second of rest: bytes and time, against a bare Textual app
python -m tests.benchmarks.roster           the roster of 200 athletes, a line against reading the JSON of a year
python -m tests.benchmarks.arrange          the best week with the fewest moves, against one look at the same week
python -m tests.benchmarks.coach            a coach through SSH on a slow link, against a bare Textual app; 40 at once
"""
