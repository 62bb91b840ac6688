# Papers and pictures that go with an answer, to who asked and who follows.

answer-file = A paper that goes with the answer to { $number }.
papers-came = A paper came with it: { $names }.
view-papers-button = Papers of { $number }
no-papers = No papers came with the answer to { $number }. Open My questions to read the answer.
script-papers = A paper goes with this answer: { $address ->
    [none] ask for it at the ward's office.
   *[other] { $address }
}
khmer-script =
    In Khmer:

    { $script }
khmer-no-time = There is a Khmer text, but reading it too would take more than the { $minutes } minutes of this slot.
pages-file = Download { $name } ({ $size })
pages-files = Papers
