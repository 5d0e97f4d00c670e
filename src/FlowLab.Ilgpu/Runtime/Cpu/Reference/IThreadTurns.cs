namespace ILGPU.Runtime.CPU;

/// <summary>How the threads of a group wait for each other.</summary>
internal interface IThreadTurns
{
    /// <summary>Returns when the barrier that the thread is at has opened.</summary>
    void Wait(int thread, GroupThreadState barrier);
}
