using FlowLab.Random;

namespace FlowLab.Abstractions.Tests.Random;

[TestFixture]
public sealed class Philox4x32Tests
{
    /// <summary>The vectors of philox4x32-10 in <c>kat_vectors</c> of the Random123 distribution.</summary>
    private static readonly uint[][] KnownAnswers =
    [
        [0, 0, 0, 0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
        [
            0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff,
            0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd,
        ],
        [
            0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0,
            0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1,
        ],
    ];

    [TestCaseSource(nameof(KnownAnswers))]
    public void Matches_the_known_answers(uint[] vector)
    {
        PhiloxBlock block = Philox4x32.Generate(new PhiloxBlock(vector[0], vector[1], vector[2], vector[3]), vector[4], vector[5]);
        Assert.That(new[] { block.X, block.Y, block.Z, block.W }, Is.EqualTo(vector[6..]));
    }
}
