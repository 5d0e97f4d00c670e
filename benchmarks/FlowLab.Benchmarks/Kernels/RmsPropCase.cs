using FlowLab.Optimization;
using FlowLab.Plugins.Optimizers;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Kernels;

/// <summary>One step of the optimizer plugin.</summary>
internal sealed class RmsPropCase : IDisposable
{
    private const float LearningRate = 1e-3f;

    private readonly RmsPropSettings _settings = new();
    private readonly RmsProp _optimizer;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _parameters;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _gradients;
    private readonly MemoryBuffer1D<float, Stride1D.Dense> _state;
    private readonly MemoryBuffer1D<int, Stride1D.Dense> _seedStatus;
    private readonly float[] _initial;
    private readonly float[] _gradient;
    private readonly int _count;

    public RmsPropCase(Accelerator accelerator, int count)
    {
        _count = count;
        _optimizer = new(_settings, accelerator);
        _initial = RandomData.Uniform(count, 4);
        _gradient = RandomData.Uniform(count, 5);
        _parameters = accelerator.Allocate1D(_initial);
        _gradients = accelerator.Allocate1D(_gradient);
        _state = accelerator.Allocate1D<float>(_optimizer.StateNames.Count * (long)count);
        _seedStatus = accelerator.Allocate1D<int>(1);
        _state.MemSetToZero();
        _seedStatus.MemSetToZero();
    }

    public void Launch() => _optimizer.Step(new OptimizerStep(
        1, _count, _parameters.View.BaseView, _gradients.View.BaseView, _state.View.BaseView, _seedStatus.View.BaseView, LearningRate, 1));

    /// <summary>The parameters after the first step.</summary>
    public float[] RunOnce()
    {
        Launch();
        return _parameters.GetAsArray1D();
    }

    /// <summary>The same from the formula, in double precision: both states start at 0.</summary>
    public float[] Expected() => [.. _initial.Zip(_gradient, (parameter, gradient) =>
        (float)(parameter - LearningRate * (gradient / (Math.Sqrt((1 - _settings.Decay) * gradient * (double)gradient) + _settings.Epsilon))))];

    public void Dispose()
    {
        _optimizer.Dispose();
        _parameters.Dispose();
        _gradients.Dispose();
        _state.Dispose();
        _seedStatus.Dispose();
    }
}
