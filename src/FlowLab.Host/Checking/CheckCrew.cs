using System.Threading.Channels;

namespace FlowLab.Host.Checking;

/// <summary>
/// Tries pieces side by side, every worker at a bench of its own, that is with a context and an accelerator that nobody else uses. Rows come in the order of the pieces, each as
/// soon as it is known and all before it are.
/// </summary>
/// <param name="pieces">What to try.</param>
/// <param name="workers">How many work at once.</param>
/// <param name="openBench">Opens a bench.</param>
internal sealed class CheckCrew(IReadOnlyList<CheckPiece> pieces, int workers, Func<CheckBench> openBench)
{
    private readonly Channel<CheckedLaw>[] _rows = [.. pieces.Select(_ => Channel.CreateUnbounded<CheckedLaw>())];
    private int _taken;

    /// <summary>Tries them.</summary>
    public IEnumerable<(CheckPiece Piece, CheckedLaw Row)> Run()
    {
        Task[] tasks = [.. Enumerable.Range(0, Math.Clamp(workers, 1, pieces.Count)).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        for (int i = 0; i < pieces.Count; i++)
            foreach (CheckedLaw row in _rows[i].Reader.ReadAllAsync().ToBlockingEnumerable())
                yield return (pieces[i], row);
        foreach (Task task in tasks)
            task.GetAwaiter().GetResult();
    }

    private void Work()
    {
        bool isDone = false;
        try
        {
            using CheckBench bench = openBench();
            for (int piece = Interlocked.Increment(ref _taken) - 1; piece < pieces.Count; piece = Interlocked.Increment(ref _taken) - 1)
                Try(piece, bench);
            isDone = true;
        }
        finally
        {
            // Nobody may wait for rows that will not come; what went wrong is thrown where the workers are waited for.
            if (!isDone)
                Array.ForEach(_rows, channel => channel.Writer.TryComplete());
        }
    }

    private void Try(int piece, CheckBench bench)
    {
        foreach (CheckedLaw row in pieces[piece].Run(bench))
            _rows[piece].Writer.TryWrite(row);
        _rows[piece].Writer.TryComplete();
    }
}
