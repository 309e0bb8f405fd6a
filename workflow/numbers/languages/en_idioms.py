"""English phrases with number words that count nothing."""

from __future__ import annotations

from workflow.numbers.table import phrases

IDIOMS = phrases("""
second_thought four_winds four_corners thousand_thanks thousand_kisses thousand_hugs in_two_words
a_thousand_times better_half fourth_estate one_another one_by_one one_after_another
one_after_the_other first_lady first_aid first_hand first_-_hand firsthand at_first first_of_all
in_the_first_place first_and_foremost for_the_first_time second_-_hand third_party third_parties
third_-_party 3rd_party 3rd_parties 3_rd_party 3_rd_-_party first_party first_-_party third_world
second_thoughts no_one once_again once_more at_once all_at_once
once_and_for_all once_in_a_while 24_/_7 24_hours_a_day seven_days_a_week 7_days_a_week
round_-_the_-_clock
half_-_time halftime half_time double_standard double_standards dual_nationality half_-_brother
half_-_sister half_brother half_sister headquarters the_one this_one that_one each_one every_one
one_thing one_of_them first_person square_one one_or_another split_second
second_-_guess second_to_none double_check double_-_check one_-_sided one_-_off one_-_time
one_-_way two_-_way two_-_fold on_the_one_hand one_hand one_side first_instance
second_instance first_and_second_instance a_thousand_and_one six_-_monthly first_name
last_name two_by_two second_chance second_chances second_nature third_rate third_-_rate
christmas_island fifth_column one_should one_can one_could one_must one_might one_would one_may
covid_-_19
on_all_fours nine_lives a_thousand_pieces thousand_apologies first_thing half_-_truth half_-_truths
half_truth half_truths half_measure half_measures half_-_measure half_-_measures at_a_time
first_surname second_surname second_surnames first_last_name second_last_name middle_name
first_responder first_responders first_-_responder first_-_responders
first_come first_come_first_served first_come_,_first_served first_-_come_,_first_-_served
first_-_or_third_-_party first_and_third_party first_or_third_party first_-_and_third_-_party
first_or_third_-_party first_and_third_-_party first_-_or_third_party first_-_and_third_party
first_and_third_parties first_or_third_parties first_-_and_third_-_parties
first_-_or_third_-_parties half_-_baked half_baked half_-_hearted half_hearted half_-_heartedly
half_-_yearly half_yearly halfheartedly half_-_cocked half_-_asleep half_asleep half_-_finished
half_-_assed half_assed
doubling_down double_down doubled_down doubles_down own_half opposition_half opposing_half
attacking_half men_'_s_doubles women_'_s_doubles men_’_s_doubles women_’_s_doubles mixed_doubles
doubles_title doubles_final doubles_match doubles_partner doubles_team doubles_tournament
doubles_champion doubles_champions doubles_tennis double_fault double_faults
think_twice thought_twice thinks_twice thinking_twice fifty_-_fifty 50_-_50_chance split_it_50_-_50
four_-_ball four_-_balls four_ball four_balls
fly_-_half fly_half scrum_-_half scrum_half centre_-_half center_-_half half_-_back half_-_backs
half_-_volley half_-_pipe wing_-_half
""") + tuple(
    phrase
    for number in ("112", "911", "999")
    for phrase in phrases(
        f"call_{number} called_{number} calls_{number} calling_{number} dial_{number} "
        f"dialed_{number} {number}_call {number}_calls {number}_operator {number}_dispatcher "
        f"{number}_dispatchers"
    )
)
"""The number of the emergency line may be told as what it is."""
