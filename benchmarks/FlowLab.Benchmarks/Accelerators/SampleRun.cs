using FlowLab.Benchmarks.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace FlowLab.Benchmarks.Accelerators;

/// <summary>A sample on an accelerator.</summary>
/// <param name="Label">What figures of the accelerator are called.</param>
/// <param name="Sample">The sample; it has run once.</param>
internal sealed record SampleRun(string Label, Sample Sample)
{
    /// <summary>Null, and a line that says why, where the accelerator does not take the sample.</summary>
    public static SampleRun? Of(SampleDevice device, Func<Accelerator, Sample> create)
    {
        try
        {
            Sample sample = create(device.Accelerator);
            sample.Run();
            return new(device.Label, sample);
        }
        catch (Exception refusal) when (refusal is NotSupportedException or InvalidOperationException or InternalCompilerException)
        {
            Console.Error.WriteLine($"{device.Label} does not take a sample: {refusal.InnerException?.Message ?? refusal.Message}");
            return null;
        }
    }

    public void CheckAgreement(string what, SampleRun other) => Agreement.Check($"{what} on {Label}", Sample.Result(), other.Sample.Result(), Sample.Tolerance);
}
