using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Training;

/// <summary>
/// The norm of all gradients of a seed, and clipping by it. The <see cref="Lanes"/> instances of X go through a block of
/// <see cref="Block"/> neighbouring parameters together, so that memory is read in order; Y counts the blocks of all seeds.
/// </summary>
public static class GradientKernels
{
    /// <summary>Instances that share a block of parameters.</summary>
    public const int Lanes = 16;

    /// <summary>Parameters of a block.</summary>
    public const int Block = 2048;

    /// <summary>
    /// Sums of squares [R, blocks, <see cref="Lanes"/>], and 1 in <paramref name="faults"/> [R] where a gradient is not finite; instances
    /// that see one write the same value, so their order does not matter.
    /// </summary>
    public static void Measure(
        Index2D at, int blocks, int count, ArrayView<float> gradients, ArrayView<float> partialSquares, ArrayView<int> faults)
    {
        int position = at.Y / blocks;
        int first = (at.Y - position * blocks) * Block;
        int end = XMath.Min(first + Block, count);
        ArrayView<float> values = gradients.SubView(position * count, count);
        // x - x is 0 for finite x and NaN otherwise, and sums of zeros with a NaN are NaN. Squares overflow where nothing is wrong yet.
        float fault = 0;
        float squares = 0;
        for (int i = first + at.X; i < end; i += Lanes)
        {
            float value = values[i];
            fault += value - value;
            squares += value * value;
        }
        partialSquares[at.Y * Lanes + at.X] = squares;
        if (!XMath.IsFinite(fault))
            faults[position] = 1;
    }

    /// <summary>The sum of a block's lanes, in their order, in the place of the first.</summary>
    public static void SumLanes(Index1D block, ArrayView<float> partialSquares)
    {
        float sum = 0;
        for (int lane = 0; lane < Lanes; lane++)
            sum += partialSquares[block * Lanes + lane];
        partialSquares[block * Lanes] = sum;
    }

    /// <summary>
    /// What the gradient of a seed is multiplied by: limit / norm where the norm is above the limit, which is the least of factor times the running
    /// mean of norms and of <paramref name="rule"/>'s absolute one; a norm that overflows makes it 0. The mean then takes the norm in, as clipped.
    /// </summary>
    /// <param name="seed">Position on the seeds axis.</param>
    /// <param name="blocks">Blocks of a seed.</param>
    /// <param name="rule">The limits.</param>
    /// <param name="partialSquares">[R, blocks, <see cref="Lanes"/>], of which the first lane is the sum of all.</param>
    /// <param name="means">[R]: the running mean of norms; 0 before the first update.</param>
    /// <param name="norms">[R]: the norm before clipping.</param>
    /// <param name="scales">[R].</param>
    public static void Judge(
        Index1D seed, int blocks, ClipRule rule, ArrayView<float> partialSquares, ArrayView<float> means, ArrayView<float> norms,
        ArrayView<float> scales)
    {
        float squares = 0;
        for (int block = 0; block < blocks; block++)
            squares += partialSquares[(seed * blocks + block) * Lanes];
        float norm = XMath.Sqrt(squares);
        float mean = means[seed];
        float limit = mean > 0f ? XMath.Min(rule.Norm, rule.Factor * mean) : rule.Norm;
        bool isFinite = XMath.IsFinite(norm);
        norms[seed] = norm;
        scales[seed] = !isFinite ? 0f : norm > limit ? limit / norm : 1f;
        if (isFinite)
            means[seed] = mean > 0f ? rule.Decay * mean + (1f - rule.Decay) * XMath.Min(norm, limit) : XMath.Min(norm, limit);
    }

    /// <summary>Multiplies the gradients of clipped seeds; the others are not touched.</summary>
    public static void Scale(Index2D at, int blocks, int count, ArrayView<float> scales, ArrayView<float> gradients)
    {
        int position = at.Y / blocks;
        float scale = scales[position];
        if (scale == 1f)
            return;
        int first = (at.Y - position * blocks) * Block;
        int end = XMath.Min(first + Block, count);
        ArrayView<float> values = gradients.SubView(position * count, count);
        for (int i = first + at.X; i < end; i += Lanes)
            values[i] *= scale;
    }
}
