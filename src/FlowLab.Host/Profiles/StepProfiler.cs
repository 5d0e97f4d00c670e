using System.Diagnostics;
using FlowLab.Accelerators.Launches;
using FlowLab.Accelerators.Simd;
using FlowLab.Engine.LinearAlgebra;
using FlowLab.Engine.Training;
using FlowLab.Host.Devices;

namespace FlowLab.Host.Profiles;

/// <summary>
/// Looks at some updates of every cell: those of the first seconds warm up, the next ones are timed as a whole, then each launch and product of as many is waited for
/// and timed by itself. Results are the same bits as without it.
/// </summary>
internal sealed class StepProfiler
{
    private const int FewestToWarmUp = 30;
    private const int Profiled = 30;

    /// <summary>By then the just-in-time compiler has replaced what it compiled in haste.</summary>
    private const double WarmUpSeconds = 3;

    private readonly SimdAccelerator _accelerator;
    private readonly Func<MatrixMultiply?> _products;
    private readonly StepRecorder _recorder = new();
    private readonly List<ProfiledStep> _steps = [];
    private int _updates;
    private int _warmUp = int.MaxValue;
    private long _start;
    private long _plainStart;
    private double _plainSeconds;

    /// <param name="device">The device of the run.</param>
    /// <param name="products">Its matrix products; null as long as nothing has asked for them.</param>
    /// <exception cref="FlowLabException">FLR080: the device is not one whose launches can be looked at.</exception>
    public StepProfiler(RunDevice device, Func<MatrixMultiply?> products)
    {
        _accelerator = device.Accelerator as SimdAccelerator ?? throw new FlowLabException(
            "FLR080", $"--profile looks at the launches of the processor only; the device of this run is {device.Title}. Expected --device cpu; for other devices take the tools of their makers.");
        _products = products;
        Ceilings = Ceilings.Of(_accelerator);
    }

    /// <summary>What the device can do at best.</summary>
    public Ceilings Ceilings { get; }

    /// <summary>The cells that were looked at.</summary>
    public List<CellProfile> Cells { get; } = [];

    /// <summary>Does one update of a session.</summary>
    public void Step(TrainingSession session)
    {
        if (_updates == 0)
            _start = Stopwatch.GetTimestamp();
        if (_warmUp == int.MaxValue && IsWarm(session))
            _warmUp = _updates;
        int since = _updates - _warmUp;
        if (since == 0)
            _plainStart = Stopwatch.GetTimestamp();
        if (since == Profiled)
            _plainSeconds = Stopwatch.GetElapsedTime(_plainStart).TotalSeconds / Profiled;
        if (since is >= Profiled and < 2 * Profiled)
            StepObserved(session);
        else
            session.Step();
        _updates++;
    }

    /// <summary>The cell is done; the next one begins.</summary>
    public void Finish(string cell)
    {
        if (_steps.Count > 0)
            Cells.Add(new CellProfile(cell, [.. _steps], _plainSeconds));
        _steps.Clear();
        (_updates, _warmUp) = (0, int.MaxValue);
    }

    /// <summary>After some seconds, or when no more updates are left than are looked at.</summary>
    private bool IsWarm(TrainingSession session)
    {
        long left = session.Definition.Training.Updates - session.Update;
        return _updates >= FewestToWarmUp && (left <= 2 * Profiled || Stopwatch.GetElapsedTime(_start).TotalSeconds >= WarmUpSeconds);
    }

    private void StepObserved(TrainingSession session)
    {
        Observe(true);
        try
        {
            long start = Stopwatch.GetTimestamp();
            session.Step();
            session.Accelerator.Synchronize();
            _steps.Add(new ProfiledStep(start, Stopwatch.GetTimestamp(), _recorder.Take()));
        }
        finally
        {
            Observe(false);
        }
    }

    private void Observe(bool isOn)
    {
        ((IObservedAccelerator)_accelerator).Observer = isOn ? _recorder : null;
        if (_products() is { } products)
            products.Observer = isOn ? _recorder : null;
    }
}
