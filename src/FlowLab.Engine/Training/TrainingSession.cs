using FlowLab.Engine.Cells;
using FlowLab.Engine.Diagnosis;
using FlowLab.Engine.Memory;
using FlowLab.Engine.Models;
using FlowLab.Engine.Objectives;
using FlowLab.Optimization;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Engine.Training;

/// <summary>
/// Trains one cell for all of its seeds at once. All state that a later update depends on is the number of updates, the parameters, the
/// optimizer's buffers and which seeds have been stopped; random numbers are addressed, not carried along. Not thread-safe.
/// </summary>
public sealed partial class TrainingSession : IDisposable
{
    private readonly TrainingBuffers _buffers;
    private readonly IObjective? _objective;
    private readonly GradientGuard? _guard;
    private readonly Action<Index1D, int, int, int, ArrayView<float>, ArrayView<float>, ArrayView<int>, ArrayView<float>, ArrayView<float>, ArrayView<int>> _judge;
    private readonly Dictionary<int, StoppedSeed> _stopped = [];
    private readonly ComponentTurns _turns;
    private bool _isFirst = true;

    /// <summary>Allocates everything and initialises the parameters of every seed.</summary>
    /// <param name="definition">What is trained.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="state">The state to begin with, which needs no data; null: the initial parameters, some of which flows may take from the first batch of the data.</param>
    public TrainingSession(TrainingDefinition definition, Accelerator accelerator, TrainingState? state = null)
    {
        Definition = definition;
        Accelerator = accelerator;
        _turns = ComponentTurns.Of(accelerator);
        _turns.IsWatching = false;
        // What a session that failed left behind is none of this one's.
        _ = DeviceGuards.Of(accelerator).TakeOverrun();
        _buffers = new TrainingBuffers(definition, accelerator);
        if (definition.Energy is { } energy)
            definition.Chain.Aim(energy);
        _objective = CreateObjective();
        ClipRule clip = new(definition.Training.Clip, isModel: definition.Latent is not null);
        if (_objective is not null && (definition.Latent is not null || clip.IsOn))
            _guard = new GradientGuard(_buffers, clip, definition.Seeds.Count, accelerator);
        _judge = accelerator.LoadAutoGroupedStreamKernel<Index1D, int, int, int, ArrayView<float>, ArrayView<float>, ArrayView<int>, ArrayView<float>,
            ArrayView<float>, ArrayView<int>>(TrainingKernels.JudgeSeeds);
        float[] initial = definition.Initialize(_turns);
        if (initial.Length > 0)
            _buffers.Parameters.View.CopyFromCPU(initial);
        if (state is not null)
            Restore(state);
        else if (_objective is MaximumLikelihoodObjective)
            DataStart.Apply(definition.Chain, definition.Data!, _objective.Work, _buffers.Seeds.View, initial, _buffers.Parameters.View);
    }

    /// <summary>What is trained.</summary>
    public TrainingDefinition Definition { get; }

    /// <summary>The device.</summary>
    public Accelerator Accelerator { get; }

    /// <summary>Updates done.</summary>
    public long Update { get; private set; }

    /// <summary>Whether every update has been done.</summary>
    public bool IsFinished => _objective is null || Update >= Definition.Training.Updates;

    /// <summary>Whether every seed has been stopped, as far as <see cref="ReadStopped"/> has seen, so that further updates change nothing.</summary>
    public bool AllStopped => _stopped.Count == Definition.Seeds.Count;

    /// <summary>The name of the loss in training curves: free_energy or negative_log_likelihood.</summary>
    public string LossName => _objective?.LossName ?? "none";

    /// <summary>[R, P] on the device.</summary>
    public ArrayView<float> Parameters => _buffers.Parameters.View;

    /// <summary>The parameters of a seed by name, in order, covering all of them.</summary>
    public IReadOnlyList<NamedTensor> Tensors => Definition.Tensors;

    /// <summary>[R] on the device: the seeds.</summary>
    public ArrayView<int> SeedsOnDevice => _buffers.Seeds.View;

    /// <summary>The seeds stopped so far that <see cref="ReadStopped"/> has seen.</summary>
    public IReadOnlyCollection<StoppedSeed> Stopped => _stopped.Values;

    /// <summary>Does one update of all seeds; returns when it has been handed to the device.</summary>
    public void Step()
    {
        if (_objective is null)
            throw new InvalidOperationException("FLE004: this cell has the objective 'none', so there is nothing to update.");
        _turns.IsWatching = _isFirst;
        _objective.Differentiate(_buffers, Update);
        _guard?.Inspect();
        int seeds = Definition.Seeds.Count;
        FlowWorkspace work = _objective.Work;
        _judge(
            seeds, work.Batch, work.Tiles.Tiles, checked((int)(Update + 1)), _buffers.PartialLosses.View, _buffers.PartialWorst.View,
            _buffers.Faults.View, _buffers.Losses.View, _buffers.Worst.View, _buffers.Status.View);
        double factor = Definition.Schedule?.Factor(Update, Definition.Training.Updates) ?? 1;
        _turns.Enter("optimizer", "its step");
        Definition.Optimizer!.Step(new OptimizerStep(
            seeds, _buffers.ParameterCount, _buffers.Parameters.View, _buffers.Gradients.View, _buffers.OptimizerState.View, _buffers.Status.View,
            (float)(Definition.LearningRate * factor), Update + 1));
        _turns.Leave();
        _turns.IsWatching = _isFirst = false;
        Update++;
    }

    /// <summary>The loss of each seed at the last update, [R]; NaN for stopped seeds. Waits for the device.</summary>
    public float[] ReadLosses() => ReadOfLive(_buffers.Losses);

    /// <summary>The greatest loss of a single sample of each seed at the last update, [R]; NaN for stopped seeds. Waits for the device.</summary>
    public float[] ReadWorst() => ReadOfLive(_buffers.Worst);

    /// <summary>Looks for seeds that were stopped since the last call, locates each fault, and returns the new ones.</summary>
    public IReadOnlyList<StoppedSeed> ReadStopped()
    {
        Accelerator.Synchronize();
        int[] status = ReadStatus();
        List<StoppedSeed> fresh = [];
        for (int position = 0; position < status.Length; position++)
        {
            if (status[position] == 0 || _stopped.ContainsKey(position))
                continue;
            StoppedSeed stopped = new(Definition.Seeds[position], status[position], LocateFault(position, status[position] - 1));
            _stopped.Add(position, stopped);
            fresh.Add(stopped);
        }
        return fresh;
    }

    /// <summary>[R]: 0, or the update at which the seed was stopped.</summary>
    public int[] ReadStatus() => _buffers.Status.View.AsContiguous().GetAsArray();

    /// <summary>The gradients of the last update, [R, P]. Waits for the device.</summary>
    public float[] ReadGradients()
    {
        Accelerator.Synchronize();
        return Read(_buffers.Gradients, 1);
    }

    /// <summary>
    /// A look inside the seed at a position: norms of its parameters and of the last update's gradients, what its flows do layer by layer, and its worst
    /// sample. Changes nothing that training depends on; costs about as much as ten updates.
    /// </summary>
    public IReadOnlyList<DiagnosedFigure> Diagnose(int position)
    {
        if (_objective is null || Update == 0)
            throw new InvalidOperationException("FLE037: there is nothing to diagnose before the first update of a cell that is trained.");
        Accelerator.Synchronize();
        return TrainingDiagnosis.Of(this, _buffers, _objective, position);
    }

    /// <summary>The state of the session on the host.</summary>
    public TrainingState ReadState()
    {
        Accelerator.Synchronize();
        return new TrainingState(
            Update, [.. Definition.Seeds], ReadStatus(), Read(_buffers.Parameters, 1), Read(_buffers.OptimizerState, _buffers.StateCount),
            Read(_buffers.NormMeans, 1));
    }

    /// <summary>The state of the session where it lies. Valid until the next update.</summary>
    internal StateSource OpenState()
    {
        Accelerator.Synchronize();
        return new StateSource(
            Update, [.. Definition.Seeds], ReadStatus(), NumbersOf(_buffers.Parameters, 1), NumbersOf(_buffers.OptimizerState, _buffers.StateCount),
            Read(_buffers.NormMeans, 1));
    }

    /// <summary>Goes back, or on, to a state that a session of the same definition has read.</summary>
    public void Restore(TrainingState state)
    {
        int length = Definition.Seeds.Count * _buffers.ParameterCount;
        if (!state.Seeds.SequenceEqual(Definition.Seeds) || state.Parameters.Length != length ||
            state.OptimizerState.Length != length * _buffers.StateCount || state.NormMeans.Length != state.Seeds.Length)
        {
            throw new FlowLabEngineException(
                $"FLE005: the checkpoint does not fit this cell: expected {Definition.Seeds.Count} seeds with {_buffers.ParameterCount} parameters " +
                $"and {_buffers.StateCount} optimizer buffers each, found {state.Seeds.Length} seeds, {state.Parameters.Length} parameters and " +
                $"{state.OptimizerState.Length} optimizer values in all. Was the manifest changed? Start a new run instead of resuming.");
        }
        Write(_buffers.Parameters, state.Parameters);
        Write(_buffers.OptimizerState, state.OptimizerState);
        Write(_buffers.NormMeans, state.NormMeans);
        _buffers.Status.View.CopyFromCPU([.. state.Status]);
        Update = state.Update;
        _stopped.Clear();
    }

    /// <summary>
    /// Takes a stopped seed back to the parameters, optimizer buffers and mean norm that it has in <paramref name="good"/>, and lets it take part again. The
    /// number of updates runs on for all seeds, so that it meets other data and noise than those that it failed at.
    /// </summary>
    public void Revive(StoppedSeed stopped, TrainingState good)
    {
        int position = _stopped.First(entry => entry.Value == stopped).Key;
        int count = _buffers.ParameterCount, seeds = Definition.Seeds.Count;
        WritePart(_buffers.Parameters, good.Parameters, position * count, count);
        for (int buffer = 0; buffer < _buffers.StateCount; buffer++)
            WritePart(_buffers.OptimizerState, good.OptimizerState, (buffer * seeds + position) * count, count);
        WritePart(_buffers.NormMeans, good.NormMeans, position, 1);
        int[] status = ReadStatus();
        status[position] = 0;
        _buffers.Status.View.CopyFromCPU(status);
        _stopped.Remove(position);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _objective?.Dispose();
        _guard?.Dispose();
        _buffers.Dispose();
        Definition.DisposeModel();
        Definition.Optimizer?.Dispose();
        Definition.Energy?.Dispose();
        Definition.Data?.Dispose();
    }

    private IObjective? CreateObjective() => Definition.Objective.Type switch
    {
        ObjectiveKind.FreeEnergy when Definition.Latent is not null => new LatentObjective(Definition, Accelerator),
        ObjectiveKind.FreeEnergy => new FreeEnergyObjective(Definition, Accelerator),
        ObjectiveKind.MaximumLikelihood => new MaximumLikelihoodObjective(Definition, Accelerator),
        _ => null,
    };

    private float[] ReadOfLive(GuardedBuffer<float> figures)
    {
        Accelerator.Synchronize();
        float[] losses = figures.View.AsContiguous().GetAsArray();
        int[] status = ReadStatus();
        for (int i = 0; i < losses.Length; i++)
        {
            if (status[i] != 0)
                losses[i] = float.NaN;
        }
        return losses;
    }

    private string LocateFault(int position, long update)
    {
        string? place = _objective!.LocateFault(_buffers, update, position);
        if (place is not null)
            return place;
        _objective.Differentiate(_buffers, update);
        float[] gradients = _buffers.Gradients.View.AsContiguous().GetAsArray();
        int first = position * _buffers.ParameterCount;
        int faulty = Array.FindIndex(gradients, first, _buffers.ParameterCount, value => !float.IsFinite(value));
        return faulty < 0 ? "the mean loss is not finite" : $"the gradient of {Definition.NameOf(faulty - first)} is not finite";
    }

    private static INumberSource NumbersOf(GuardedBuffer<float> buffer, int used) =>
        used == 0 ? new ArrayNumbers([]) : new DeviceNumbers(buffer.View.AsContiguous());

    private static float[] Read(GuardedBuffer<float> buffer, int used) =>
        used == 0 ? [] : buffer.View.AsContiguous().GetAsArray();

    private static void WritePart(GuardedBuffer<float> buffer, float[] values, int first, int count)
    {
        if (count > 0)
            buffer.View.SubView(first, count).CopyFromCPU(values.AsSpan(first, count).ToArray());
    }

    private static void Write(GuardedBuffer<float> buffer, float[] values)
    {
        if (values.Length > 0)
            buffer.View.CopyFromCPU(values);
    }
}
