using MudBlazor;

namespace FlowLab.Ui.Components;

/// <summary>Colors and letters of the page: those of the machine, nothing is fetched.</summary>
internal static class PageTheme
{
    private static readonly string[] Letters = ["system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Arial", "sans-serif"];

    public static MudTheme Create()
    {
        var theme = new MudTheme
        {
            PaletteLight = new PaletteLight
            {
                Primary = "#1f5f99", Secondary = "#8a4b08", Background = "#f7f8fa", Surface = "#ffffff", AppbarBackground = "#12324d", AppbarText = "#ffffff",
                TextPrimary = "#16202a", TextSecondary = "#475462", Success = "#1b6e3c", Warning = "#8a5a00", Error = "#b3261e", Info = "#1f5f99", LinesDefault = "#d5dbe1",
            },
            PaletteDark = new PaletteDark
            {
                Primary = "#7db8ee", Secondary = "#f0b46a", Background = "#10161c", Surface = "#182028", AppbarBackground = "#0b2033", AppbarText = "#eef4fa",
                TextPrimary = "#e8eef4", TextSecondary = "#aab7c4", Success = "#6fd196", Warning = "#f0b64a", Error = "#ff8a80", Info = "#7db8ee", LinesDefault = "#33404c",
                PrimaryContrastText = "#06131f",
            },
        };
        theme.Typography.Default.FontFamily = Letters;
        theme.Typography.Button.TextTransform = "none";
        return theme;
    }
}
