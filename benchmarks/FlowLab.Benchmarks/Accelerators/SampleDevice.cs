using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators;

/// <param name="Label">What figures of the accelerator are called.</param>
/// <param name="Accelerator">The accelerator.</param>
internal sealed record SampleDevice(string Label, Accelerator Accelerator);
