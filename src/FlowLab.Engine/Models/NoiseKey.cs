using FlowLab.Random;

namespace FlowLab.Engine.Models;

/// <summary>Which random numbers a launch uses; the seed and the sample complete the address.</summary>
/// <param name="purpose">What the numbers are for.</param>
/// <param name="step">The update, or the number of the chunk while evaluating.</param>
/// <param name="firstSample">The index of the launch's first sample.</param>
public readonly struct NoiseKey(RandomPurpose purpose, long step, int firstSample = 0)
{
    /// <summary>The <see cref="RandomPurpose"/> as a number, as kernels use it.</summary>
    public readonly int Purpose = (int)purpose;

    /// <summary>The update, or the number of the chunk.</summary>
    public readonly long Step = step;

    /// <summary>The index of the launch's first sample.</summary>
    public readonly int FirstSample = firstSample;
}
