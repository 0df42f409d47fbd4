"""A document that tries all it can to run, to call, to look at the disk and to lead away."""

SHOWN = ("no-script", "end")
"""Words that a reader sees in it."""

REACHES = (
    *("prefetch", "preload.png", "a.css", "fav.ico", "import.css", "mod.js", "x.png", "z.webp", "poster.png", "in.png"),
    *("svg.png", "font.woff", "body.png", "bg.png", "v.mp4", "a.mp3", "srcdoc.png", "embed.pdf", "object.swf"),
)
"""What it asks the server for."""


def hostile(server: str, file: str) -> str:
    """The document; `server` is an address it calls, `file` one on the disk. A script that runs changes the title."""
    ran = "document.title='ran'"
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>calm</title>
<link rel="preconnect" href="{server}"><link rel="dns-prefetch" href="{server}">
<link rel="prefetch" href="{server}/prefetch"><link rel="preload" as="image" href="{server}/preload.png">
<link rel="stylesheet" href="{server}/a.css"><link rel="icon" href="{server}/fav.ico">
<link rel="modulepreload" href="{server}/mod.js"><base href="{server}/base/">
<meta http-equiv="refresh" content="0;url={server}/refresh">
<meta http-equiv="Content-Security-Policy" content="default-src * 'unsafe-inline'">
<style>@import url({server}/import.css); @font-face {{ font-family: x; src: url({server}/font.woff) }}
p {{ font-family: x; background: url({server}/bg.png) }}</style>
<script>{ran}</script><script src="{server}/s.js"></script><script type="module">{ran}</script>
</head><body onload="{ran}" background="{server}/body.png">
<noscript><p>no-script</p></noscript><p><a id="away" href="{server}/link" ping="{server}/ping">away</a></p>
<a id="script" href="javascript:{ran}">script</a> <a id="disk" href="{file}">disk</a>
<a id="window" href="{server}/window" target="_blank">window</a> <a id="load" href="{server}/load" download>load</a>
<img src="relative.png" onerror="{ran}"><img src="{server}/x.png" srcset="{server}/y.png 9x">
<picture><source srcset="{server}/z.webp"><img src="{server}/x.png"></picture>
<img src="{file}"><iframe src="{file}"></iframe><iframe src="{server}/frame"></iframe>
<iframe srcdoc="<script>parent.{ran}</script><img src='{server}/srcdoc.png'>"></iframe>
<object data="{server}/object.swf"></object><embed src="{server}/embed.pdf">
<video src="{server}/v.mp4" poster="{server}/poster.png" autoplay></video><audio src="{server}/a.mp3" autoplay></audio>
<svg onload="{ran}"><image href="{server}/svg.png"/><use href="{server}/use.svg#x"/></svg>
<form action="{server}/form" method="post"><input name="a" autofocus onfocus="{ran}"><input type="image" src="{server}/in.png">
<button id="send">send</button></form><details open ontoggle="{ran}">end</details><marquee onstart="{ran}">end</marquee>
</body></html>"""
