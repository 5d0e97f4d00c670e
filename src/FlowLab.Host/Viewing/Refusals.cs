using FlowLab.Host.Results;
using FlowLab.Ui.Views;

namespace FlowLab.Host.Viewing;

/// <summary>What the program refuses, as the page shows it.</summary>
internal static class Refusals
{
    /// <summary>Does something; what is refused keeps its number and message.</summary>
    /// <exception cref="PageException">It was refused.</exception>
    public static T Translate<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception refusal) when (refusal is FlowLabException or RunException or IOException or UnauthorizedAccessException)
        {
            throw new PageException(refusal.Message, refusal);
        }
    }
}
