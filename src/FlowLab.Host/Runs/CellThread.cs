using System.Runtime.ExceptionServices;

namespace FlowLab.Host.Runs;

/// <summary>Runs a cell on a thread of its own while this one watches it.</summary>
internal static class CellThread
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>What <paramref name="work"/> gives or throws.</summary>
    /// <param name="watch">The watch of the cell.</param>
    /// <param name="work">The cell.</param>
    /// <param name="isLeftBehind">Whether the thread was left behind, running: what it holds must not be used or disposed of any more.</param>
    /// <exception cref="CellGivenUpException">The cell took too long, or too much.</exception>
    public static T Run<T>(CellWatch watch, Func<T> work, out bool isLeftBehind)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(() => Try(() => result = work(), out failure)) { IsBackground = true, Name = "cell" };
        thread.Start();
        isLeftBehind = false;
        while (!thread.Join(BetweenLooks))
        {
            watch.Look();
            if (watch.Reason is not { } reason)
                continue;
            isLeftBehind = !thread.Join(Grace);
            if (isLeftBehind)
                throw reason;
        }
        failure?.Throw();
        return result!;
    }

    private static void Try(Action work, out ExceptionDispatchInfo? failure)
    {
        failure = null;
        try
        {
            work();
        }
#pragma warning disable CA1031 // It is thrown again on the thread that waits.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = ExceptionDispatchInfo.Capture(error);
        }
    }
}
