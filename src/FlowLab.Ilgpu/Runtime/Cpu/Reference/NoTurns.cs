namespace ILGPU.Runtime.CPU;

/// <summary>For kernels without barriers and shuffles, whose threads run one after the other.</summary>
internal sealed class NoTurns : IThreadTurns
{
    internal static readonly NoTurns Instance = new();

    public void Wait(int thread, GroupThreadState barrier) =>
        throw new InvalidOperationException("The kernel was compiled without a barrier but waits at one.");
}
