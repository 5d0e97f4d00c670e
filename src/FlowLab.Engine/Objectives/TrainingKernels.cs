using FlowLab.Kernels;
using ILGPU;
using ILGPU.Algorithms;

namespace FlowLab.Engine.Objectives;

/// <summary>Sums over tiles and seeds. Every sum has one fixed order, so that results do not depend on threads or on packed seeds.</summary>
public static class TrainingKernels
{
    /// <summary>
    /// Partial sums [R, tiles] over a tile (X) of a seed (Y) of ln q0 - log-det + energy, the free energy at beta = 1, and its greatest value.
    /// </summary>
    public static void FreeEnergy(
        Index2D index, SampleTiles tiles, ArrayView<float> logBase, ArrayView<float> logDet, ArrayView<float> energy,
        ArrayView<float> partialSums, ArrayView<float> partialWorst)
    {
        int first = index.Y * tiles.Batch;
        float sum = 0;
        float worst = float.NegativeInfinity;
        for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
        {
            float loss = logBase[first + s] - logDet[first + s] + energy[first + s];
            sum += loss;
            worst = XMath.Max(worst, loss);
        }
        partialSums[index.Y * tiles.Tiles + index.X] = sum;
        partialWorst[index.Y * tiles.Tiles + index.X] = worst;
    }

    /// <summary>Partial sums [R, tiles] of the negative log-likelihood, log-det - ln q0, and its greatest value.</summary>
    public static void NegativeLogLikelihood(
        Index2D index, SampleTiles tiles, ArrayView<float> logBase, ArrayView<float> logDet, ArrayView<float> partialSums,
        ArrayView<float> partialWorst)
    {
        int first = index.Y * tiles.Batch;
        float sum = 0;
        float worst = float.NegativeInfinity;
        for (int s = tiles.First(index.X), end = tiles.End(index.X); s < end; s += tiles.Step)
        {
            float loss = logDet[first + s] - logBase[first + s];
            sum += loss;
            worst = XMath.Max(worst, loss);
        }
        partialSums[index.Y * tiles.Tiles + index.X] = sum;
        partialWorst[index.Y * tiles.Tiles + index.X] = worst;
    }

    /// <summary>
    /// Sums the partial gradients [R, count, tiles] of parameter X of seed Y over its tiles, in order, into the columns of [R, P] from
    /// <paramref name="first"/> on. A gradient that is not finite is recorded as 1 in <paramref name="faults"/> [R]; instances that see
    /// one write the same value, so their order does not matter.
    /// </summary>
    public static void SumGradients(
        Index2D index, int count, int tiles, ArrayView<float> partialGradients, ArrayView<float> gradients, int parameterCount, int first,
        ArrayView<int> faults)
    {
        int partial = (index.Y * count + index.X) * tiles;
        float sum = 0;
        for (int tile = 0; tile < tiles; tile++)
            sum += partialGradients[partial + tile];
        gradients[index.Y * parameterCount + first + index.X] = sum;
        if (!XMath.IsFinite(sum))
            faults[index.Y] = 1;
    }

    /// <summary>
    /// The mean loss of a seed, and whether it goes on: a seed whose loss or gradient is not finite gets this update's number as its
    /// status, before the optimizer runs, so that its last good parameters stay.
    /// </summary>
    /// <param name="seed">Position on the seeds axis.</param>
    /// <param name="batch">Samples B.</param>
    /// <param name="tiles">Tiles per seed.</param>
    /// <param name="update">The number of the update, from 1.</param>
    /// <param name="partialSums">[R, tiles].</param>
    /// <param name="partialWorst">[R, tiles].</param>
    /// <param name="faults">[R]: 1 if a gradient is not finite; cleared.</param>
    /// <param name="losses">[R]: mean loss per sample.</param>
    /// <param name="worst">[R]: greatest loss of a sample.</param>
    /// <param name="status">[R]: 0, or the update at which the seed was stopped.</param>
    public static void JudgeSeeds(
        Index1D seed, int batch, int tiles, int update, ArrayView<float> partialSums, ArrayView<float> partialWorst,
        ArrayView<int> faults, ArrayView<float> losses, ArrayView<float> worst, ArrayView<int> status)
    {
        float sum = 0;
        float greatest = float.NegativeInfinity;
        for (int tile = 0; tile < tiles; tile++)
        {
            sum += partialSums[seed * tiles + tile];
            greatest = XMath.Max(greatest, partialWorst[seed * tiles + tile]);
        }
        float loss = sum / batch;
        losses[seed] = loss;
        worst[seed] = greatest;
        if (status[seed] == 0 && (faults[seed] != 0 || !XMath.IsFinite(loss)))
            status[seed] = update;
        faults[seed] = 0;
    }

    /// <summary>Assigns <paramref name="value"/> to every element.</summary>
    public static void Fill(Index1D index, float value, ArrayView<float> target) => target[index] = value;
}
