-- V002 moved its rows; a step by itself, so that either may be cut short and taken again.
DROP TABLE IF EXISTS CBT_HOMEWORK.ENCOUNTER;
