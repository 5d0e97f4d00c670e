using ILGPU.Runtime;
using ILGPU.Tests.Kernels;
using ILGPU.Tests.Kernels.Programs;

namespace FlowLab.DeviceTests.Checks;

/// <summary>The differential suite: what kernels give on the device is what their C# methods give.</summary>
internal sealed class KernelChecks(Accelerator accelerator) : IDisposable
{
    private const int ProgramCount = 200;
    private const int Seed = 47;

    private readonly KernelReferences _references = new();
    private readonly AcceleratorTarget _target = new(accelerator, LacksDoubleMath);

    internal IEnumerable<DeviceCheck> Catalog() =>
        KernelCatalog.All.Select(kernel => new DeviceCheck(kernel.Name, () => _references.Check(kernel, _target)));

    internal IEnumerable<DeviceCheck> Programs()
    {
        RandomProgram[] programs = [.. Enumerable.Range(0, ProgramCount).Select(number => ProgramGenerator.Generate(Seed, number))];
        return ProgramAssembly.Build(programs).Select(kernel => new DeviceCheck($"{kernel.Name} of seed {Seed}", () => _references.Check(kernel, _target)));
    }

    public void Dispose() => _references.Dispose();

    private static bool LacksDoubleMath(string reason) =>
        reason.StartsWith("FLK119", StringComparison.Ordinal) && reason.Contains("of Double", StringComparison.Ordinal);
}
