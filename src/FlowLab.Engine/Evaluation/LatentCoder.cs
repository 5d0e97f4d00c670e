using FlowLab.Engine.Latents;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Random;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>
/// Goes from points to latent variables and back through the trained model of every seed. Neither needs the data of the run: points and latent
/// variables are given. Draws are addressed by point and draw, so that the first ones are the same however many are asked for.
/// </summary>
/// <param name="session">A trained cell with a latent model.</param>
public sealed class LatentCoder(TrainingSession session)
{
    private const int PointsPerChunk = 100;

    // Behind the numbers that metrics and pictures are drawn with.
    private const long FirstStep = 1L << 41;

    private LatentModel Model => session.Definition.Latent!;

    private int Seeds => session.Definition.Seeds.Count;

    /// <summary>Draws z ~ q(z|x) for every point.</summary>
    /// <param name="points">[N, pixels], finite.</param>
    /// <param name="draws">Draws per point, at least 1.</param>
    public PosteriorDraws Encode(float[] points, int draws)
    {
        int count = points.Length / Model.PointDimension, dimension = Model.Chain.Dimension;
        var drawn = new PosteriorDraws(draws, PerSeed(count * draws * dimension), PerSeed(count * draws), PerSeed(count * Model.PointDimension));
        using LatentWorkspace work = new(Model, session.Accelerator, Seeds, PointsPerChunk, 1, gradients: false);
        for (int first = 0; first < count; first += PointsPerChunk)
        {
            PointUpload.To(work.Points, Seeds, points, first);
            Model.Encode(work, session.Parameters);
            for (int draw = 0; draw < draws; draw++)
                DrawOnce(work, drawn, first, draw, Math.Min(PointsPerChunk, count - first));
        }
        return drawn;
    }

    /// <summary>[R][N, pixels]: what p(x|z) makes of given latent variables.</summary>
    /// <param name="latents">[N, D], or [N, width of the top layer]: the layers below are then the means of p(z_l | z_(l+1)).</param>
    /// <param name="width">Numbers per row: D or the width of the top layer.</param>
    public float[][] Decode(float[] latents, int width)
    {
        int count = latents.Length / width;
        float[][] pictures = PerSeed(count * Model.PointDimension);
        using LatentWorkspace work = new(Model, session.Accelerator, Seeds, PointsPerChunk, 1, gradients: false);
        for (int first = 0; first < count; first += PointsPerChunk)
        {
            Fill(work, latents, width, first);
            Model.Decode(work, session.Parameters, 0);
            int used = Math.Min(PointsPerChunk, count - first) * Model.PointDimension;
            for (int seed = 0; seed < Seeds; seed++)
                LatentPictures.Of(Model, work.Outputs[0], seed).AsSpan(0, used).CopyTo(pictures[seed].AsSpan(first * Model.PointDimension));
        }
        return pictures;
    }

    private void DrawOnce(LatentWorkspace work, PosteriorDraws drawn, int first, int draw, int used)
    {
        int dimension = Model.Chain.Dimension;
        Model.Sample(work, session.Parameters, new NoiseKey(RandomPurpose.EvaluationNoise, FirstStep + first / PointsPerChunk, checked(draw * PointsPerChunk)), session.SeedsOnDevice);
        float[] logBase = work.Flow.LogBase.Values.GetAsArray(), logDet = work.Flow.LogDet.Values.GetAsArray();
        if (draw == 0)
            Model.Decode(work, session.Parameters, 0);
        for (int seed = 0; seed < Seeds; seed++)
        {
            float[] latents = LatentPictures.Rows(work.Flow.State, seed);
            for (int point = 0; point < used; point++)
            {
                int at = (first + point) * drawn.Draws + draw;
                latents.AsSpan(point * work.Flow.State.Features, dimension).CopyTo(drawn.Latents[seed].AsSpan(at * dimension));
                drawn.LogDensities[seed][at] = logBase[seed * PointsPerChunk + point] - logDet[seed * PointsPerChunk + point];
            }
            if (draw == 0)
                LatentPictures.Of(Model, work.Outputs[0], seed).AsSpan(0, used * Model.PointDimension).CopyTo(drawn.Reconstructions[seed].AsSpan(first * Model.PointDimension));
        }
    }

    /// <summary>Brings rows of latent variables to the device; where they are those of the top layer only, means follow from there downwards.</summary>
    private void Fill(LatentWorkspace work, float[] latents, int width, int first)
    {
        int dimension = Model.Chain.Dimension, skipped = dimension - width, last = latents.Length / width - 1;
        float[] state = new float[Seeds * dimension * PointsPerChunk];
        for (int i = 0; i < Seeds * width * PointsPerChunk; i++)
        {
            int sample = i % PointsPerChunk, feature = i / PointsPerChunk % width, seed = i / (PointsPerChunk * width);
            state[(seed * dimension + skipped + feature) * PointsPerChunk + sample] = latents[Math.Min(first + sample, last) * width + feature];
        }
        work.Flow.State.Values.SubView(0, state.Length).CopyFromCPU(state);
        for (int layer = skipped == 0 ? 0 : Model.Widths.Count - 1; layer > 0; layer--)
            FillWithMeans(work, state, layer);
    }

    /// <summary>z of the layer below, at its mean given the layer.</summary>
    private void FillWithMeans(LatentWorkspace work, float[] state, int layer)
    {
        int below = Model.Widths[layer - 1], firstRow = Model.Widths.Take(layer - 1).Sum();
        Model.Decode(work, session.Parameters, layer);
        float[] outputs = work.Outputs[layer].Values.GetAsArray();
        for (int seed = 0; seed < Seeds; seed++)
        {
            outputs.AsSpan(seed * 2 * below * PointsPerChunk, below * PointsPerChunk)
                .CopyTo(state.AsSpan((seed * Model.Chain.Dimension + firstRow) * PointsPerChunk));
        }
        work.Flow.State.Values.SubView(0, state.Length).CopyFromCPU(state);
    }

    private float[][] PerSeed(int length) => [.. Enumerable.Range(0, Seeds).Select(_ => new float[length])];
}
