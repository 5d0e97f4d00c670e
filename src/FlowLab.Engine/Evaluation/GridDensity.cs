using FlowLab.Energies;
using FlowLab.Engine.Models;
using FlowLab.Engine.Training;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Evaluation;

/// <summary>Log-densities on a square grid: of q exactly, through the inverse of the flow, and of the target up to ln Z.</summary>
public sealed class GridDensity : IDisposable
{
    private const int ChunkSize = 8192;

    private readonly TrainingSession _session;
    private readonly EnergyGrid _grid;
    private readonly FlowWorkspace _work;
    private readonly Action<Index2D, int, int, float, float, Kernels.SampleView> _place;

    public GridDensity(TrainingSession session, EnergyGrid grid)
    {
        if (session.Definition.Chain.Dimension != 2)
        {
            throw new FlowLabEngineException(
                $"FLE009: densities on a grid need a two-dimensional flow; this one has dimension {session.Definition.Chain.Dimension}.");
        }
        _session = session;
        _grid = grid;
        int chunk = Math.Min(ChunkSize, grid.Resolution * grid.Resolution);
        _work = new FlowWorkspace(session.Accelerator, session.Definition.Chain, Seeds, chunk, gradients: false);
        _place = session.Accelerator.LoadAutoGroupedStreamKernel<Index2D, int, int, float, float, Kernels.SampleView>(EvaluationKernels.PlaceGrid);
    }

    private int Seeds => _session.Definition.Seeds.Count;

    private int Cells => _grid.Resolution * _grid.Resolution;

    /// <summary>ln q(z) at every cell centre: [R][cells].</summary>
    public float[][] LogModel() => LogModel([.. Enumerable.Range(0, Seeds)]);

    /// <summary>ln q(z) at every cell centre of the seeds at these positions: [positions][cells].</summary>
    public float[][] LogModel(IReadOnlyList<int> positions)
    {
        if (_session.Definition.Chain.HasAuxiliary)
            throw NoDensity();
        float[][] result = [.. positions.Select(_ => new float[Cells])];
        ForEachChunk((first, count) =>
        {
            _session.Definition.Chain.Inverse(_work, _session.Definition.Chain.Own(_session.Parameters));
            float[] logBase = _work.LogBase.Values.GetAsArray();
            float[] logDet = _work.LogDet.Values.GetAsArray();
            for (int i = 0; i < result.Length; i++)
            {
                int row = positions[i] * _work.Batch;
                for (int s = 0; s < count; s++)
                    result[i][first + s] = logBase[row + s] - logDet[row + s];
            }
        });
        return result;
    }

    /// <summary>-U(z) at every cell centre: [cells].</summary>
    public float[] LogTarget(IEnergy energy)
    {
        float[] result = new float[Cells];
        ForEachChunk((first, count) =>
        {
            _work.Turns.Enter("target", "its energy");
            energy.Evaluate(new EnergyPass(Seeds, _work.State, _work.Energy.Values, _work.Gradient, 0));
            _work.Turns.Leave();
            float[] energies = _work.Energy.Values.GetAsArray();
            for (int s = 0; s < count; s++)
                result[first + s] = -energies[s];
        });
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();

    /// <summary>FLE052: there is no density to ask for.</summary>
    internal static FlowLabEngineException NoDensity() =>
        new("FLE052: the flow has auxiliary variables, so that the density of q is an integral that nobody knows; there are its draws and a bound.");

    // The last chunk runs over the end of the grid; what lies beyond is computed and thrown away, so that every launch has one shape.
    private void ForEachChunk(Action<int, int> use)
    {
        for (int first = 0; first < Cells; first += _work.Batch)
        {
            _place(new Index2D(_work.Batch, Seeds), first, _grid.Resolution, (float)_grid.Minimum, (float)_grid.Spacing, _work.State);
            use(first, Math.Min(_work.Batch, Cells - first));
        }
    }
}
