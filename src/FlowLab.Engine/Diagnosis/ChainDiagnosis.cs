using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using FlowLab.Flows;
using FlowLab.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Diagnosis;

/// <summary>What the layers of a chain are, and what they do to the samples of a batch: |z| behind each layer and its log-det.</summary>
internal static class ChainDiagnosis
{
    /// <param name="chain">The chain.</param>
    /// <param name="work">Holds nothing that is needed afterwards.</param>
    /// <param name="parameters">Of the chain.</param>
    /// <param name="key">The noise.</param>
    /// <param name="seeds">[R].</param>
    /// <param name="position">Of the seed on the seeds axis.</param>
    /// <param name="figures">Appended to.</param>
    public static void Append(
        FlowChain chain, FlowWorkspace work, in ChainParameters parameters, NoiseKey key, ArrayView<int> seeds, int position,
        List<DiagnosedFigure> figures)
    {
        chain.SampleBase(work, parameters, key, seeds);
        AppendSize($"{DiagnosedFigure.Prefix}z0", work.State, position, figures);
        float[] before = Read(work.LogDet, position);
        for (int i = 0; i < chain.Segments.Count; i++)
        {
            LayerDescription.Append(chain.Segments[i], $"{DiagnosedFigure.Prefix}flow.{i}", SetsOf(chain.Segments[i], parameters, position), figures);
            for (int layers = 1; layers <= chain.Segments[i].Flow.Length; layers++)
            {
                SampleUpTo(chain, work, parameters, key, seeds, i, layers);
                string name = $"{DiagnosedFigure.Prefix}flow.{i}.layer{layers - 1}";
                AppendSize($"{name}.z", work.State, position, figures);
                float[] after = Read(work.LogDet, position);
                FigureRange logDet = new($"{name}.logdet");
                for (int s = 0; s < after.Length; s++)
                    logDet.Add(after[s] - before[s]);
                logDet.AddTo(figures);
                before = after;
            }
        }
    }

    /// <summary>Least, mean and greatest Euclidean norm of the columns of a seed.</summary>
    public static void AppendSize(string name, SampleView columns, int position, List<DiagnosedFigure> figures)
    {
        float[] rows = Read(columns, position);
        FigureRange size = new(name);
        for (int s = 0; s < columns.Batch; s++)
            size.Add(TensorNorms.Of(Column(rows, s, columns.Batch, columns.Features)));
        size.AddTo(figures);
    }

    /// <summary>The sets of a segment's parameters that the samples of a seed meet: one, or one per data point.</summary>
    private static IReadOnlyList<float[]> SetsOf(FlowSegment segment, in ChainParameters parameters, int position)
    {
        int count = segment.Flow.ParameterCount;
        if (segment.Scope == ParameterScope.Global)
        {
            SeedParameters own = parameters.Global.Skip(segment.FirstParameter);
            return [own.Values.SubView(own.First + (long)position * own.Stride, count).GetAsArray()];
        }
        SampleView all = parameters.Amortised.View;
        int first = parameters.Amortised.First + segment.FirstParameter;
        float[] rows = all.Values.SubView(((long)position * all.Features + first) * all.Batch, (long)count * all.Batch).GetAsArray();
        return [.. Enumerable.Range(0, all.Batch).Select(point => Column(rows, point, all.Batch, count))];
    }

    private static float[] Column(float[] rows, int point, int points, int count) =>
        [.. Enumerable.Range(0, count).Select(row => rows[row * points + point])];

    private static void SampleUpTo(
        FlowChain chain, FlowWorkspace work, in ChainParameters parameters, NoiseKey key, ArrayView<int> seeds, int segment, int layers)
    {
        chain.SampleBase(work, parameters, key, seeds);
        for (int i = 0; i < segment; i++)
            chain.ForwardSegment(work, parameters, i, chain.Segments[i].Flow.Length);
        chain.ForwardSegment(work, parameters, segment, layers);
    }

    private static float[] Read(SampleView view, int position)
    {
        int length = view.Features * view.Batch;
        return view.Values.SubView((long)position * length, length).GetAsArray();
    }
}
